import type { DropOptions } from '@/components/ui/picked-files'
import { LIMITS } from '@/lib/importers/limits'
import { isSkippedFolder } from '@/lib/importers/skipped'

/** What is looked at in a dropped folder: the same as the importers would take. */
export const dropOptions: DropOptions = { skipFolder: isSkippedFolder, maxFiles: LIMITS.files }

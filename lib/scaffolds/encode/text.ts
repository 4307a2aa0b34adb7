// YAML, which is below this, has the same comments.
export { hashComment, oneLine } from '@/lib/yaml/comment'

'use client'

import { Command } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { Button } from '@/components/ui/button'
import { Drawer } from '@/components/ui/drawer'
import { lazily, lazyDialog } from '@/components/ui/lazily'
import { ThemeMenu } from '@/components/ui/theme-menu'
import { AfterPaint } from './after-paint'
import { CommandPalette } from './command-palette'
import { DropZone } from './drop-zone'
import { FaultBanner } from './fault-banner'
import { FollowToast } from './follow-toast'
import { OpenedReport } from './opened-report'
import { Outline } from './outline'
import { RefusalDialog } from './refusal-dialog'
import { RegionBoundary } from './region-boundary'
import { readLayout, writeLayout } from './remembered-layout'
import { SaveBanner } from './save-banner'
import { SectionView } from './section-view'
import { StaleBanner } from './stale-banner'
import { TopBar } from './top-bar'
import { useDownloadDraft } from './use-download-draft'
import { useLeaving } from './use-leaving'
import { useMedia, WIDE } from './use-media'
import { usePanes } from './use-panes'
import { usePlaceLink } from './use-place-link'
import { useProblemWalk } from './use-problem-walk'
import { type ChangesTab, type Shell, ShellContext, type StartTab } from './use-shell'
import { useShortcuts } from './use-shortcuts'
import { WatchBanner } from './watch-banner'

const ChangesDialog = lazyDialog('The screen of changes', () =>
  import('@/components/changes/changes-dialog').then((module) => module.ChangesDialog),
)
const FolderDialog = lazyDialog('Writing into a folder', () =>
  import('@/components/changes/folder-dialog').then((module) => module.FolderDialog),
)
const DownloadDialog = lazyDialog('The download', () =>
  import('@/components/download/download-dialog').then((module) => module.DownloadDialog),
)
const ReviewDialog = lazyDialog('The review', () =>
  import('@/components/merge/review-dialog').then((module) => module.ReviewDialog),
)
const StartDialog = lazyDialog('The start of an API', () =>
  import('@/components/api-start/start-dialog').then((module) => module.StartDialog),
)
const VersionDialog = lazyDialog('The dialog', () =>
  import('./version-dialog').then((module) => module.VersionDialog),
)
const FilePane = lazily('The file pane', () =>
  import('@/components/file-pane/file-pane').then((module) => module.FilePane),
)
const ProblemPane = lazily(
  'The problem list',
  () => import('./problem-pane').then((module) => module.ProblemPane),
  { loading: <PaneTitle /> },
)

type Overlay =
  | 'start'
  | 'palette'
  | 'download'
  | 'changes'
  | 'folder'
  | 'version'
  | 'review'
  | 'report'

const divider =
  'relative shrink-0 bg-line outline-none transition-colors after:absolute hover:bg-accent-line focus-visible:bg-ring data-[separator=active]:bg-accent'
const vertical = `${divider} w-px after:inset-y-0 after:-inset-x-[3px] focus-visible:w-[3px]`
const horizontal = `${divider} h-px after:inset-x-0 after:-inset-y-[3px] focus-visible:h-[3px]`

/** The window: outline, form and file side by side, problems below. Needs a DesignerProvider. */
export function Designer() {
  const rescue = useDownloadDraft()
  const wide = useMedia(WIDE)
  const panes = usePanes(wide)
  const [overlay, setOverlay] = useState<Overlay>()
  const [reviewed, setReviewed] = useState<string>()
  const [changesTab, setChangesTab] = useState<ChangesTab>('files')
  const [start, setStart] = useState<{ tab: StartTab; text: string }>({ tab: 'lines', text: '' })
  const main = useRef<HTMLElement>(null)

  const shell = useMemo<Shell>(
    () => ({
      wide,
      isOpen: panes.isOpen,
      toggle: panes.toggle,
      show: panes.show,
      openPalette: () => {
        if (!wide) panes.close('outline')
        setOverlay('palette')
      },
      openVersion: () => setOverlay('version'),
      openReport: () => setOverlay('report'),
      openDownload: () => setOverlay('download'),
      openReview: (path) => {
        setReviewed(path)
        setOverlay('review')
      },
      openChanges: (tab = 'files') => {
        setChangesTab(tab)
        setOverlay('changes')
      },
      openFolder: () => setOverlay('folder'),
      openStart: (tab, text = '') => {
        setStart({ tab, text })
        setOverlay('start')
      },
    }),
    [wide, panes],
  )
  useShortcuts(shell)
  useProblemWalk()
  useLeaving()
  usePlaceLink()

  const overlayProps = (which: Overlay) => ({
    open: overlay === which,
    onOpenChange: (open: boolean) => setOverlay(open ? which : undefined),
  })
  const outline = (
    <RegionBoundary region="The outline" onDownload={rescue}>
      <AfterPaint>
        <Outline
          onGo={() => {
            if (wide) return
            panes.close('outline')
            requestAnimationFrame(() => main.current?.focus())
          }}
        />
      </AfterPaint>
    </RegionBoundary>
  )
  const files = (
    <RegionBoundary region="The file pane" onDownload={rescue}>
      <AfterPaint>
        <FilePane />
      </AfterPaint>
    </RegionBoundary>
  )
  const problems = (
    <RegionBoundary region="The problem list" onDownload={rescue}>
      <AfterPaint>
        <ProblemPane
          open={panes.isOpen('problems')}
          onToggle={() => panes.toggle('problems')}
          onGo={() => {
            if (!wide) panes.close('problems')
          }}
        />
      </AfterPaint>
    </RegionBoundary>
  )

  return (
    <ShellContext value={shell}>
      {/* biome-ignore lint/a11y/useValidAnchor: a link of the page; the hash itself holds the selected place */}
      <a
        href="#main"
        onClick={(event) => {
          event.preventDefault()
          main.current?.focus()
        }}
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-1.5 text-on-accent focus:translate-y-0"
      >
        Skip to the form
      </a>
      <div className="flex h-dvh flex-col">
        <RegionBoundary region="The top bar" onDownload={rescue}>
          <AfterPaint>
            <TopBar />
          </AfterPaint>
        </RegionBoundary>
        <Group
          orientation="vertical"
          className="min-h-0 flex-1"
          defaultLayout={readLayout('rows')}
          onLayoutChanged={(sizes) => {
            if (wide) writeLayout('rows', sizes)
          }}
        >
          <Panel id="work" minSize={200}>
            <Group
              orientation="horizontal"
              className="h-full"
              defaultLayout={readLayout('columns')}
              onLayoutChanged={(sizes) => {
                if (wide) writeLayout('columns', sizes)
              }}
            >
              {wide ? (
                <Panel
                  id="outline"
                  collapsible
                  minSize={180}
                  maxSize={420}
                  defaultSize={248}
                  groupResizeBehavior="preserve-pixel-size"
                  panelRef={panes.refs.outline}
                  onResize={panes.resized('outline')}
                >
                  {outline}
                </Panel>
              ) : null}
              {wide ? <Separator className={vertical} title="Width of the outline" /> : null}
              <Panel id="main" minSize={320}>
                <main
                  id="main"
                  ref={main}
                  tabIndex={-1}
                  className="h-full overflow-y-auto bg-bg outline-none"
                >
                  <RegionBoundary region="The notices" onDownload={rescue}>
                    <SaveBanner />
                    <WatchBanner />
                    <FaultBanner />
                    <StaleBanner />
                  </RegionBoundary>
                  <SectionView onRescue={rescue} />
                </main>
              </Panel>
              {wide ? <Separator className={vertical} title="Width of the files" /> : null}
              {wide ? (
                <Panel
                  id="files"
                  collapsible
                  minSize={260}
                  defaultSize={520}
                  groupResizeBehavior="preserve-pixel-size"
                  panelRef={panes.refs.files}
                  onResize={panes.resized('files')}
                >
                  <aside aria-label="Files" className="h-full bg-code">
                    {files}
                  </aside>
                </Panel>
              ) : null}
            </Group>
          </Panel>
          {wide ? <Separator className={horizontal} title="Height of the problems" /> : null}
          {wide ? (
            <Panel
              id="problems"
              collapsible
              collapsedSize={36}
              minSize={92}
              defaultSize={148}
              groupResizeBehavior="preserve-pixel-size"
              panelRef={panes.refs.problems}
              onResize={panes.resized('problems')}
            >
              {problems}
            </Panel>
          ) : null}
        </Group>
        {wide ? null : (
          <div
            className={
              panes.isOpen('problems')
                ? 'h-[45dvh] border-line border-t'
                : 'h-[37px] border-line border-t'
            }
          >
            {problems}
          </div>
        )}
      </div>
      <Drawer
        side="left"
        title="Outline"
        open={!wide && panes.isOpen('outline')}
        onOpenChange={(open) => {
          if (!open) panes.close('outline')
        }}
        footer={
          <>
            <Button
              variant="ghost"
              icon={<Command size={14} aria-hidden />}
              onClick={shell.openPalette}
            >
              Commands
            </Button>
            <ThemeMenu />
          </>
        }
      >
        {outline}
      </Drawer>
      <Drawer
        side="right"
        wide
        title="Files"
        open={!wide && panes.isOpen('files')}
        onOpenChange={(open) => {
          if (!open) panes.close('files')
        }}
      >
        {files}
      </Drawer>
      <RegionBoundary
        floating
        region="The dialog"
        resetKey={overlay ?? ''}
        onClose={() => setOverlay(undefined)}
        onDownload={rescue}
      >
        <RefusalDialog />
        <CommandPalette {...overlayProps('palette')} />
        <VersionDialog {...overlayProps('version')} />
        <OpenedReport {...overlayProps('report')} />
        <DownloadDialog {...overlayProps('download')} />
        <ReviewDialog {...overlayProps('review')} path={reviewed} />
        <FollowToast />
        <ChangesDialog {...overlayProps('changes')} tab={changesTab} />
        <FolderDialog {...overlayProps('folder')} />
        <StartDialog {...overlayProps('start')} {...start} />
        <DropZone />
      </RegionBoundary>
    </ShellContext>
  )
}

/** What stands in the place of the problems until their code has come. */
function PaneTitle() {
  return (
    <section aria-label="Problems" className="h-full bg-raised py-1 pl-3.5">
      <h2 className="font-semibold leading-7">Problems</h2>
    </section>
  )
}

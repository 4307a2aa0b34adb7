import { MoveRight } from 'lucide-react'

/** What Kratix has or makes, between the steps that are the user's. */
export function FlowBox(props: { readonly top: string; readonly bottom: string }) {
  return (
    <span className="shrink-0 rounded-lg border border-line2 border-dashed px-2 py-1 text-center text-dim text-xs leading-[15px]">
      {props.top}
      <br />
      <span className="break-all text-faint">{props.bottom}</span>
    </span>
  )
}

/** Leads to what comes next: to the right, on a narrow pane downwards. */
export function FlowArrow() {
  return (
    <MoveRight
      size={14}
      aria-hidden
      className="shrink-0 text-faint max-pane:rotate-90 max-pane:self-center"
    />
  )
}

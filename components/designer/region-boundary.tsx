'use client'

import clsx from 'clsx'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'

export interface RegionBoundaryProps {
  /** What is lost to sight: "The form", "The outline". */
  readonly region: string
  /** Gives the user everything they made, as it is now. */
  readonly onDownload: () => void
  /** A new key means a new try: another section, another file. */
  readonly resetKey?: string
  /** What lies over the page has no room of its own: the message then floats over it too. */
  readonly floating?: boolean
  /** Leaves what failed. */
  readonly onClose?: () => void
  readonly children: ReactNode
}

interface State {
  readonly error: Error | undefined
  readonly at: string | undefined
}

/** Keeps a fault of ours inside one region: the rest works on, the text is safe in the store. */
export class RegionBoundary extends Component<RegionBoundaryProps, State> {
  override state: State = { error: undefined, at: undefined }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  static getDerivedStateFromProps(props: RegionBoundaryProps, state: State): Partial<State> | null {
    if (props.resetKey === state.at) return null
    return { at: props.resetKey, error: undefined }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error(`${this.props.region} failed`, error, info.componentStack)
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <div
        role="alert"
        className={clsx(
          'max-w-xl rounded-xl border border-red-line bg-raised p-4',
          this.props.floating ? 'fixed right-4 bottom-4 z-50 shadow-float' : 'm-4',
        )}
      >
        <h2 className="font-semibold text-md">{this.props.region} ran into a fault of ours</h2>
        <p className="mt-1 text-dim">
          Your files are safe: they are kept apart from what is shown here, and the rest works on.
        </p>
        <pre className="mt-3 overflow-x-auto whitespace-pre-wrap rounded-md bg-panel p-2 text-dim">
          {error.message}
        </pre>
        <div className="mt-3 flex flex-wrap gap-2">
          <Button variant="primary" onClick={() => this.setState({ error: undefined })}>
            Try again
          </Button>
          <Button onClick={this.props.onDownload}>Download draft</Button>
          {this.props.onClose ? (
            <Button
              onClick={() => {
                this.setState({ error: undefined })
                this.props.onClose?.()
              }}
            >
              Close
            </Button>
          ) : null}
        </div>
      </div>
    )
  }
}

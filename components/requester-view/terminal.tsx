import clsx from 'clsx'

export interface TerminalProps {
  readonly command: string
  readonly output: string
  readonly className?: string
}

/** A command and what it prints, as in a shell; wide lines scroll. */
export function Terminal({ command, output, className }: TerminalProps) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
      tabIndex={0}
      aria-label={`Output of ${command}`}
      className={clsx(
        'max-h-[420px] overflow-auto rounded-lg border border-line bg-panel px-3 py-2',
        className,
      )}
    >
      <pre className="text-sm">
        <span className="text-faint">$ {command}</span>
        {'\n'}
        {output}
      </pre>
    </section>
  )
}

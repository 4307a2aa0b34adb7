/** The mark of the product; decorative, the link or heading around it has the name. */
export function Logo() {
  return (
    <span
      aria-hidden
      className="grid size-[22px] shrink-0 place-items-center rounded-md bg-accent font-bold text-on-accent text-sm"
    >
      P
    </span>
  )
}

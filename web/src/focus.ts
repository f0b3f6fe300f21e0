// The keyboard's place: when what had the focus goes away or can't be used any more, what stood nearest to it takes it.

/** No text boxes: the page's keys would write into them. */
const usable = "button:not([disabled]), a[href], select:not([disabled]), summary, [tabindex='0']";

function isLost(element: Element): boolean {
  return !document.contains(element) || (element as HTMLButtonElement).disabled === true;
}

/** Draws, and leaves the focus somewhere in the smallest part of the page that is still there. */
export function keepingFocus(draw: () => void): void {
  const focused = document.activeElement;
  const around: Element[] = [];
  for (let part = focused && focused.parentElement; part && part !== document.body; part = part.parentElement) around.push(part);
  draw();
  const now = document.activeElement;
  if (!focused || around.length === 0 || !isLost(focused) || (now && now !== document.body && now !== focused)) return;
  for (const part of around) {
    const next = document.contains(part) ? part.querySelector<HTMLElement>(usable) : null;
    if (next) {
      next.focus({ preventScroll: true });
      return;
    }
  }
}

/** What the style sheet gives the elements of a chart; a file of its own has no style sheet. */
const PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'fill-opacity',
  'font-family',
  'font-size',
  'text-anchor',
] as const;

/** A chart of the page as a file that looks the same by itself, on the page's background. */
export function chartAsSvg(id: string): string {
  const chart = document.getElementById(id);
  if (!chart) return '';
  const copy = chart.cloneNode(true) as SVGElement;
  bake(chart, copy);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.removeAttribute('aria-hidden');
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(ground);
  return `${new XMLSerializer().serializeToString(copy)}\n`;
}

function bake(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of PROPERTIES) {
    const value = style.getPropertyValue(name);
    // A pattern is named by the page's address otherwise.
    if (value) to.setAttribute(name, value.replace(/url\("?[^")]*#([^")]+)"?\)/, 'url(#$1)'));
  }
  to.removeAttribute('class');
  [...from.children].forEach((child, i) => {
    bake(child, to.children[i] as Element);
  });
}

/** What a picture of a chart says besides the chart. */
export interface Caption {
  readonly title: string;
  /** Range, zone, currency, filters: one line. */
  readonly details: readonly string[];
  readonly legend?: readonly { readonly label: string; readonly colour: string }[];
}

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 20;
/** Presentation that pages give by classes and tokens and pictures must carry themselves. */
const INHERITED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'direction',
];

/**
 * A chart as a picture that stands alone: its title, what it refers to and its legend are text in the
 * picture, its colours are those of the page as it is.
 * @param scale pixels of the PNG for one of the page
 */
export async function exportChart(
  svg: SVGSVGElement,
  caption: Caption,
  format: 'svg' | 'png',
  scale = 2,
): Promise<Blob> {
  const picture = pictureOf(svg, caption);
  const text = new XMLSerializer().serializeToString(picture);
  if (format === 'svg') return new Blob([text], { type: 'image/svg+xml' });
  const image = new Image();
  // A data address: the content security policy allows no blobs as images.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Number(picture.getAttribute('width')) * scale;
  canvas.height = Number(picture.getAttribute('height')) * scale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('This browser made no picture'))),
      'image/png',
    ),
  );
}

function pictureOf(svg: SVGSVGElement, caption: Caption): SVGSVGElement {
  const box = svg.getBoundingClientRect();
  const css = getComputedStyle(svg);
  const colour = (name: string) => css.getPropertyValue(`--${name}`).trim();
  const details = caption.details.filter(Boolean).join(' · ');
  const legend = caption.legend ?? [];
  const width = Math.ceil(Math.max(box.width + 2 * MARGIN, 320));
  const picture = document.createElementNS(SVG, 'svg');
  const add = (name: string, attributes: Record<string, string | number>, text = '') => {
    const node = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
    node.textContent = text;
    picture.append(node);
  };
  const font = { 'font-family': css.fontFamily, 'font-variant-numeric': 'tabular-nums' };
  add('rect', { width: '100%', height: '100%', fill: colour('surface') });
  let y = MARGIN + 14;
  for (const line of wrapped(caption.title, width - 2 * MARGIN, 8.4)) {
    add(
      'text',
      { x: MARGIN, y, 'font-size': 16, 'font-weight': 600, fill: colour('text'), ...font },
      line,
    );
    y += 22;
  }
  for (const line of wrapped(details, width - 2 * MARGIN, 6.4)) {
    add('text', { x: MARGIN, y, 'font-size': 12, fill: colour('text-3'), ...font }, line);
    y += 18;
  }
  let x = MARGIN;
  for (const { label, colour: of } of legend) {
    const room = label.length * 6.6 + 36;
    if (x > MARGIN && x + room > width - MARGIN) {
      x = MARGIN;
      y += 18;
    }
    add('rect', {
      x,
      y: y - 9,
      width: 10,
      height: 10,
      rx: 2,
      fill: of.startsWith('var(') ? colour(of.slice(6, -1)) : of,
    });
    add('text', { x: x + 16, y, 'font-size': 12, fill: colour('text-2'), ...font }, label);
    x += room;
  }
  if (legend.length > 0) y += 18;
  const drawing = carried(svg);
  drawing.setAttribute('x', String(MARGIN));
  drawing.setAttribute('y', String(y));
  picture.append(drawing);
  const height = Math.ceil(y + box.height + MARGIN);
  picture.setAttribute('xmlns', SVG);
  picture.setAttribute('width', String(width));
  picture.setAttribute('height', String(height));
  picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
  return picture;
}

/** A copy that carries its presentation itself: on each element what differs from the one around it. */
function carried(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return svg;
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  [svg, ...svg.querySelectorAll<SVGElement>('*')].forEach((from, index) => {
    const to = copies[index];
    if (!to) return;
    const css = getComputedStyle(from);
    const around =
      from === svg || !from.parentElement ? null : getComputedStyle(from.parentElement);
    const style = INHERITED.flatMap((name) => {
      const value = css.getPropertyValue(name);
      to.removeAttribute(name);
      return around?.getPropertyValue(name) === value ? [] : [`${name}:${value}`];
    });
    if (css.opacity !== '1') style.push(`opacity:${css.opacity}`);
    to.removeAttribute('class');
    to.setAttribute('style', style.join(';'));
  });
  for (const live of copy.querySelectorAll('[data-cursor]')) live.remove();
  return copy;
}

/** A text in lines of about a width. */
function wrapped(text: string, width: number, characterWidth: number): readonly string[] {
  const room = Math.max(8, Math.floor(width / characterWidth));
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < room)
      lines[lines.length - 1] = `${last} ${word}`;
    else if (word) lines.push(word);
  }
  return lines;
}

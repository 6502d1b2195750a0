import type { SankeyData } from './data.js';

export interface PlacedNode {
  readonly key: string;
  readonly layer: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** What flows through: the larger of what comes and what goes. */
  readonly value: number;
}

export interface PlacedLink {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly thickness: number;
  /** The middles of its ends. */
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

interface Box {
  readonly width: number;
  readonly height: number;
  readonly nodeWidth: number;
  readonly gap: number;
}

const SWEEPS = 8;

/**
 * Places nodes in layers by their longest way from a source, as high as what flows through them, and
 * links between them, each as thick as its value. Within a layer, nodes move towards the mean place of
 * their neighbours (barycentre, Sugiyama 1981) a few times, then apart. Links that lead back would be
 * a circle and are left out.
 */
export function sankeyLayout(
  data: Pick<SankeyData, 'nodes' | 'links'>,
  box: Box,
): { readonly nodes: readonly PlacedNode[]; readonly links: readonly PlacedLink[] } {
  const links = withoutCircles(data);
  const layers = layersOf(data, links);
  const flow = new Map<string, number>();
  for (const { key } of data.nodes) {
    const [comes, goes] = [total(links, 'to', key), total(links, 'from', key)];
    if (Math.max(comes, goes) > 0) flow.set(key, Math.max(comes, goes));
  }
  const columns: string[][] = [];
  for (const { key } of data.nodes) {
    if (!flow.has(key)) continue;
    const layer = layers.get(key) ?? 0;
    while (columns.length <= layer) columns.push([]);
    columns[layer]?.push(key);
  }
  // One scale for all: the fullest column fills the height.
  const perUnit = columns.reduce((least, keys) => {
    const sum = keys.reduce((whole, key) => whole + (flow.get(key) ?? 0), 0);
    const room = Math.max(box.height * 0.2, box.height - box.gap * (keys.length - 1));
    return sum > 0 ? Math.min(least, room / sum) : least;
  }, Number.POSITIVE_INFINITY);
  const scale = Number.isFinite(perUnit) ? perUnit : 0;
  const heightOf = (key: string) => (flow.get(key) ?? 0) * scale;
  const y = new Map<string, number>();
  for (const keys of columns) pack(keys, y, heightOf, box);

  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const forwards = sweep % 2 === 0;
    for (const keys of forwards ? columns : [...columns].reverse()) {
      const wish = new Map(
        keys.map((key) => [key, barycentre(key, links, forwards, y, heightOf)] as const),
      );
      keys.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
      for (const key of keys) y.set(key, (wish.get(key) ?? 0) - heightOf(key) / 2);
      pack(keys, y, heightOf, box);
    }
  }
  const step = columns.length > 1 ? (box.width - box.nodeWidth) / (columns.length - 1) : 0;
  const nodes = columns.flatMap((keys, layer) =>
    keys.map((key) => ({
      key,
      layer,
      x: layer * step,
      y: y.get(key) ?? 0,
      height: heightOf(key),
      value: flow.get(key) ?? 0,
    })),
  );
  return { nodes, links: placeLinks(nodes, links, scale, box) };
}

function total(links: SankeyData['links'], end: 'from' | 'to', key: string): number {
  return links.reduce((sum, link) => (link[end] === key ? sum + link.value : sum), 0);
}

/** Links in the order given, without those that would close a circle, lead nowhere or carry nothing. */
function withoutCircles({
  nodes,
  links,
}: Pick<SankeyData, 'nodes' | 'links'>): SankeyData['links'] {
  const known = new Set(nodes.map(({ key }) => key));
  const next = new Map<string, string[]>();
  const leads = (from: string, to: string, seen = new Set<string>()): boolean => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return (next.get(from) ?? []).some((one) => leads(one, to, seen));
  };
  return links.filter(({ from, to, value }) => {
    if (!known.has(from) || !known.has(to) || !(value > 0) || leads(to, from)) return false;
    next.set(from, [...(next.get(from) ?? []), to]);
    return true;
  });
}

function layersOf(
  { nodes }: Pick<SankeyData, 'nodes'>,
  links: SankeyData['links'],
): ReadonlyMap<string, number> {
  const layers = new Map(nodes.map(({ key, layer = 0 }) => [key, layer]));
  // As many rounds as the longest way has links; without circles that ends.
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to } of links) {
      const least = (layers.get(from) ?? 0) + 1;
      if ((layers.get(to) ?? 0) < least) {
        layers.set(to, least);
        changed = true;
      }
    }
  }
  return layers;
}

/** The mean of a node's neighbours' middles, weighted by what flows; its own without neighbours. */
function barycentre(
  key: string,
  links: SankeyData['links'],
  forwards: boolean,
  y: ReadonlyMap<string, number>,
  heightOf: (key: string) => number,
): number {
  let [sum, weight] = [0, 0];
  for (const { from, to, value } of links) {
    const neighbour = forwards ? (to === key ? from : '') : from === key ? to : '';
    if (!neighbour) continue;
    sum += value * ((y.get(neighbour) ?? 0) + heightOf(neighbour) / 2);
    weight += value;
  }
  return weight > 0 ? sum / weight : (y.get(key) ?? 0) + heightOf(key) / 2;
}

/** Moves nodes of a column apart, in their order, inside the box. */
function pack(
  keys: readonly string[],
  y: Map<string, number>,
  heightOf: (key: string) => number,
  box: Box,
): void {
  const sizes = keys.reduce((sum, key) => sum + heightOf(key), 0);
  const gap = keys.length > 1 ? Math.min(box.gap, (box.height - sizes) / (keys.length - 1)) : 0;
  let top = 0;
  for (const key of keys) {
    y.set(key, Math.max(y.get(key) ?? 0, top));
    top = (y.get(key) ?? 0) + heightOf(key) + gap;
  }
  let bottom = box.height;
  for (const key of [...keys].reverse()) {
    y.set(key, Math.min(y.get(key) ?? 0, bottom - heightOf(key)));
    bottom = (y.get(key) ?? 0) - gap;
  }
}

/** Links leave and arrive in the order of the nodes at their other ends, so that few cross. */
function placeLinks(
  nodes: readonly PlacedNode[],
  links: SankeyData['links'],
  scale: number,
  box: Box,
): readonly PlacedLink[] {
  const at = new Map(nodes.map((node) => [node.key, node]));
  const offsets = (end: 'from' | 'to', other: 'from' | 'to') => {
    const found = new Map<SankeyData['links'][number], number>();
    for (const node of nodes) {
      let offset = node.y;
      for (const link of links
        .filter((one) => one[end] === node.key)
        .sort((a, b) => (at.get(a[other])?.y ?? 0) - (at.get(b[other])?.y ?? 0))) {
        found.set(link, offset + (link.value * scale) / 2);
        offset += link.value * scale;
      }
    }
    return found;
  };
  const [leaves, arrives] = [offsets('from', 'to'), offsets('to', 'from')];
  return links.map((link) => ({
    ...link,
    thickness: link.value * scale,
    x1: (at.get(link.from)?.x ?? 0) + box.nodeWidth,
    y1: leaves.get(link) ?? 0,
    x2: at.get(link.to)?.x ?? 0,
    y2: arrives.get(link) ?? 0,
  }));
}

// What may stand in an SVG: the allow-list of elements, attributes and style properties.
// Data, and the one check that a value points nowhere outside the drawing.

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Elements that stay. */
export const allowedElements = words(
  `svg g defs symbol use switch a path rect circle ellipse line polyline polygon text tspan textPath
  linearGradient radialGradient stop clipPath mask pattern image`,
);

/** Elements that go, named because the drawing may look different without them. */
export const visibleLosses: ReadonlyMap<string, string> = new Map([
  ['foreignObject', 'a piece of web page'],
  ['iframe', 'a piece of web page'],
  ['video', 'a film'],
  ['canvas', 'a piece of web page'],
]);

/** Attributes that are not style: geometry, units, text placement. */
export const allowedAttributes = words(
  `id class x y x1 y1 x2 y2 cx cy r rx ry fx fy fr width height d points pathLength viewBox
  preserveAspectRatio transform gradientUnits gradientTransform spreadMethod offset clipPathUnits
  maskUnits maskContentUnits patternUnits patternContentUnits patternTransform dx dy rotate
  textLength lengthAdjust startOffset method spacing side systemLanguage requiredExtensions
  requiredFeatures xml:space version`,
);

/** Style properties that stay, as attribute or in a style sheet. */
export const allowedProperties = words(
  `fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color display visibility clip-path
  clip-rule mask mask-type stop-color stop-opacity font font-family font-size font-style font-weight
  font-variant font-stretch letter-spacing word-spacing text-anchor text-decoration
  dominant-baseline alignment-baseline baseline-shift writing-mode direction unicode-bidi
  paint-order shape-rendering text-rendering image-rendering color-interpolation vector-effect
  overflow mix-blend-mode isolation`,
);

/** Properties that resvg reads in a `style` attribute only. */
export const styleOnly = words('mix-blend-mode isolation font');

/** Properties that go, named because the drawing may look different without them. */
export const lostProperties: ReadonlyMap<string, string> = new Map([
  ['filter', 'a filter effect (shadow, blur or glow)'],
  ['marker', 'arrow heads or markers on lines'],
  ['marker-start', 'arrow heads or markers on lines'],
  ['marker-mid', 'arrow heads or markers on lines'],
  ['marker-end', 'arrow heads or markers on lines'],
]);

const localUrl = /^url\(\s*(["']?)#([^"'()\s]{1,200})\1\s*\)(\s[#\w(),.%\s-]*)?$/i;

/** Returns the id in `url(#id)`, `'outside'` for any other address, `undefined` where there is none. */
export function localReference(value: string): { id: string } | 'outside' | undefined {
  const trimmed = value.trim();
  const match = localUrl.exec(trimmed);
  if (match) return { id: match[2]! };
  // A backslash could spell `url` so that this does not see it and a renderer does.
  return /url\s*\(|@|\\|expression|image-set|src\s*\(/i.test(trimmed) ? 'outside' : undefined;
}

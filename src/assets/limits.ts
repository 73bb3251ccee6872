// How large a picture may be before it is refused, each limit with its reason.
// Numbers only: the probes in this room and the rasteriser in node/ both keep to them.

/** Pixels of a PNG or JPEG; A2 at 300 dpi has 35 million, and decoding 40 million takes 160 MB. */
export const largestPixels = 40_000_000;

/** Bytes of an SVG; logos have 2 to 200 kB, and this much is parsed in well under a second. */
export const largestSvgBytes = 2_000_000;

/** Elements of an SVG, and elements drawn once every `<use>` and pattern is followed. */
export const largestSvgElements = 20_000;

/** Nesting of SVG elements; drawing programs stay below 20. */
export const deepestSvg = 48;

/** Layers that have to be kept in memory at once: nested opacity, masks, clips and blends. */
export const deepestSvgLayers = 12;

/** Characters of text in an SVG; a logo has a name and a motto. */
export const largestSvgText = 5_000;

/** Pictures inside an SVG. */
export const largestSvgImages = 20;

/** Rules in the style sheets of an SVG; each is compared with each element. */
export const largestSvgRules = 500;

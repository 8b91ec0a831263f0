'use strict';
// A figure of the page as an SVG of its own: boxes, lines, text and pictures where they stand.
const drawFigure = (() => {
  const NS = 'http://www.w3.org/2000/svg';
  const SHAPES = 'path, polygon, polyline, rect, circle, ellipse, line, text';
  const PAINT = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'opacity', 'vector-effect'];
  const LEFT_OUT = '.copy, .foldbtn, .sr, .screen, script, [hidden]';
  const pen = document.createElement('canvas').getContext('2d');

  const make = (tag, attributes, text) => {
    const made = document.createElementNS(NS, tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, typeof value === 'number' ? +value.toFixed(2) : value));
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const clear = colour => !colour || colour === 'transparent' || /rgba\(.*, 0\)$/.test(colour);

  // Colours of `linear-gradient(90deg, ...)`, which is how the page draws its scales.
  const gradient = (image, drawing) => {
    const colours = image.match(/rgba?\([^)]*\)/g) || [];
    const id = 'scale' + drawing.defs.childElementCount;
    const made = make('linearGradient', { id });
    colours.forEach((colour, k) => made.append(make('stop', { offset: k / (colours.length - 1), 'stop-color': colour })));
    drawing.defs.append(made);
    return `url(#${id})`;
  };
  const box = (at, style, drawing) => {
    const image = style.backgroundImage.includes('linear-gradient') ? gradient(style.backgroundImage, drawing) : '';
    const radius = style.borderTopLeftRadius.endsWith('%') ? at.width / 2 : parseFloat(style.borderTopLeftRadius) || 0;
    const edge = radius && style.borderTopStyle !== 'none' ? parseFloat(style.borderTopWidth) : 0;
    const fill = image || (clear(style.backgroundColor) ? 'none' : style.backgroundColor);
    if (fill !== 'none' || edge) {
      drawing.svg.append(make('rect', {
        x: at.x + edge / 2, y: at.y + edge / 2, width: at.width - edge, height: at.height - edge, rx: radius, fill,
        ...(edge ? { stroke: style.borderTopColor, 'stroke-width': edge } : {}),
      }));
    }
    if (edge) return;
    const sides = { Top: [0, 0, 1, 0], Bottom: [0, 1, 1, 0], Left: [0, 0, 0, 1], Right: [1, 0, 0, 1] };
    Object.entries(sides).forEach(([side, [right, down, across, along]]) => {
      const width = parseFloat(style[`border${side}Width`]);
      if (!width || style[`border${side}Style`] === 'none' || clear(style[`border${side}Color`])) return;
      drawing.svg.append(make('rect', {
        x: at.x + right * (at.width - width), y: at.y + down * (at.height - width),
        width: across ? at.width : width, height: along ? at.height : width, fill: style[`border${side}Color`],
      }));
    });
  };

  // The lines that a text is broken into, each with its place.
  const lines = node => {
    const range = document.createRange(), found = [];
    range.selectNodeContents(node);
    if (range.getClientRects().length < 2) return [[node.data, range.getBoundingClientRect()]];
    for (const { index, 0: word } of node.data.matchAll(/\S+\s*/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.trimEnd().length);
      const at = range.getBoundingClientRect(), last = found[found.length - 1];
      if (last && Math.abs(last[1].top - at.top) < 2) last[0] += word;
      else found.push([word, at]);
    }
    return found;
  };
  const write = (node, style, drawing) => {
    if (!node.data.trim() || !parseFloat(style.fontSize)) return;
    const font = { 'font-family': style.fontFamily, 'font-size': style.fontSize, 'font-weight': style.fontWeight, fill: style.color, 'xml:space': 'preserve' };
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = pen.measureText('x');
    lines(node).forEach(([text, rect]) => {
      if (!rect.width || !text.trim()) return;
      const x = rect.x - drawing.x, y = rect.y - drawing.y, said = text.replace(/[ \n\t]+/g, ' ');
      if (style.writingMode.startsWith('vertical')) {
        const middle = [x + rect.width / 2, y + rect.height / 2];
        drawing.svg.append(make('text', { ...font, x: middle[0], y: middle[1] + (up - down) / 2, 'text-anchor': 'middle', transform: `rotate(-90 ${middle[0].toFixed(1)} ${middle[1].toFixed(1)})` }, said.trim()));
      } else {
        const begin = said.length - said.trimStart().length && rect.width ? said : said.trimStart();
        drawing.svg.append(make('text', { ...font, x, y: y + (rect.height - up - down) / 2 + up }, begin));
      }
    });
  };

  // What another part of the page holds: pictures of people, the two colours of a score shape.
  const borrowed = (copy, original, drawing) => {
    copy.querySelectorAll('use').forEach(use => {
      const source = document.getElementById(use.getAttribute('href').slice(1));
      if (!source) return;
      const image = source.cloneNode(true);
      image.removeAttribute('id');
      for (const name of ['transform', 'x', 'y']) if (use.hasAttribute(name)) image.setAttribute(name, use.getAttribute(name));
      use.replaceWith(image);
    });
    const shapes = [...copy.querySelectorAll(SHAPES)];
    [...original.querySelectorAll(SHAPES)].forEach((shape, k) => {
      const style = getComputedStyle(shape);
      PAINT.forEach(name => shapes[k].setAttribute(name, style.getPropertyValue(name)));
      const id = (style.fill.match(/url\("?#([^")]+)/) || [])[1];
      if (id && !drawing.defs.querySelector('#' + CSS.escape(id))) {
        const source = document.getElementById(id), split = source.cloneNode(true);
        [...source.children].forEach((stop, n) => split.children[n].setAttribute('stop-color', getComputedStyle(stop).stopColor));
        drawing.defs.append(split);
      }
      if (id) shapes[k].setAttribute('fill', `url(#${id})`);
    });
  };
  const inner = (element, at, drawing) => {
    const copy = element.cloneNode(true);
    borrowed(copy, element, drawing);
    Object.entries({ x: at.x, y: at.y, width: at.width, height: at.height }).forEach(([name, value]) => copy.setAttribute(name, value.toFixed(2)));
    ['class', 'role', 'aria-label', 'aria-hidden', 'tabindex', 'style'].forEach(name => copy.removeAttribute(name));
    drawing.svg.append(copy);
  };

  const walk = (element, drawing) => {
    if (element.matches(LEFT_OUT) || !element.checkVisibility()) return;
    const rect = element.getBoundingClientRect(), style = getComputedStyle(element);
    const at = { x: rect.x - drawing.x, y: rect.y - drawing.y, width: rect.width, height: rect.height };
    if (style.display !== 'contents') box(at, style, drawing);
    if (element.localName === 'svg') return inner(element, at, drawing);
    if (element.localName === 'canvas') {
      drawing.svg.append(make('image', { ...at, href: element.toDataURL(), style: 'image-rendering:pixelated', preserveAspectRatio: 'none' }));
    }
    element.childNodes.forEach(node => {
      if (node.nodeType === Node.TEXT_NODE) write(node, style, drawing);
      else if (node.nodeType === Node.ELEMENT_NODE) walk(node, drawing);
    });
  };

  return figure => {
    const place = figure.getBoundingClientRect(), edge = 16;
    const width = Math.max(place.width, figure.scrollWidth) + 2 * edge, height = place.height + 2 * edge;
    const svg = make('svg', { xmlns: NS, width, height, viewBox: `0 0 ${width} ${height}` });
    const defs = svg.appendChild(make('defs', {}));
    svg.append(make('rect', { width, height, fill: getComputedStyle(document.body).backgroundColor }));
    walk(figure, { svg, defs, x: place.x - edge, y: place.y - edge });
    return new XMLSerializer().serializeToString(svg);
  };
})();

// An SVG as the bytes of a PNG, at twice its size where that is not too large for a browser.
const pngOf = async text => {
  const image = new Image();
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);
  await image.decode();
  const size = Math.min(2, 12000 / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * size);
  canvas.height = Math.round(image.height * size);
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise(done => canvas.toBlob(done, 'image/png'));
};

// To the clipboard; where a browser gives none, as a file.
const hand = async (kind, name, content) => {
  try {
    const whole = content();
    if (kind === 'image/png') await navigator.clipboard.write([new ClipboardItem({ [kind]: whole })]);
    else await navigator.clipboard.writeText(await whole);
    return true;
  } catch {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([await content()], { type: kind }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    return false;
  }
};

// Looks at the page as the browser shows it, and tells the page around it what is wrong.
(() => {
  const findings = [];
  const rgb = text => text.match(/[\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(c => c / 255).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const color = rgb(getComputedStyle(e).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
      if (color[3] > 0) findings.push(`half transparent background of ${e.tagName}`);
    }
    findings.push(`no background behind ${element.tagName}`);
    return [255, 255, 255];
  };

  let texts = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('script') || element.tagName === 'title') continue;
    texts++;
    const style = getComputedStyle(element);
    const ink = rgb(element.namespaceURI.endsWith('svg') ? style.fill : style.color);
    const ratio = contrast(ink, behind(element));
    if (ratio < 4.5 || ink[3] < 1) findings.push(`contrast ${ratio.toFixed(2)}: ${node.data.trim().slice(0, 40)}`);
  }
  if (texts < 20) findings.push(`only ${texts} texts`);

  const page = document.scrollingElement;
  if (page.scrollWidth > innerWidth) findings.push(`the page is ${page.scrollWidth} wide`);
  document.querySelectorAll('body *').forEach(e => {
    const box = e.getBoundingClientRect();
    if (box.right > innerWidth + 0.5 && !e.closest('.scroll')) findings.push(`${e.tagName} sticks out to ${box.right}`);
  });
  document.querySelectorAll('svg text').forEach(e => {
    const box = e.getBBox();
    if (box.x + box.width > e.ownerSVGElement.viewBox.baseVal.width) findings.push(`clipped: ${e.textContent}`);
  });

  let level = 0;
  document.querySelectorAll('h1, h2, h3, h4, h5, h6').forEach(heading => {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) findings.push(`h${next} after h${level}: ${heading.textContent}`);
    level = next;
  });
  if (document.querySelectorAll('h1').length !== 1) findings.push('not one h1');
  document.querySelectorAll('th:not([scope])').forEach(th => findings.push(`th without scope: ${th.textContent}`));
  document.querySelectorAll('a, summary, .scroll').forEach(e => {
    e.focus();
    if (document.activeElement !== e && e.checkVisibility()) findings.push(`cannot be focused: ${e.tagName}`);
  });
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  parent.postMessage([`${name}: ${innerWidth} ${dark ? 'dark' : 'light'}`, ...findings].join('\n'), '*');
})();

namespace TopicModel.Testing.Browser;

/// <summary>
/// What must hold of every page that we make, as one script that returns the list of what does not: the page is no wider than its window;
/// no box of text is cut off without a way to scroll (but for those of one pixel, which only readers of the screen see); every link within the page has a target and no id occurs twice; every chart
/// (svg with role img) has a title, a size and at least one mark; text stands out from what is behind it by 4.5 to 1, large text by 3 to 1 (WCAG 2.2,
/// 1.4.3); headings go down one level at a time.
/// </summary>
internal static class PageAudit
{
    /// <summary>An expression that is the list of problems, an array of strings.</summary>
    public const string Script = """
        () => {
          const problems = [], root = document.scrollingElement;
          const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + (e.getAttribute('class') ? '.' + e.getAttribute('class').split(' ').join('.') : '');
          const text = e => (e.textContent || '').trim().replace(/\s+/g, ' ').slice(0, 40);
          const isShown = e => { const box = e.getBoundingClientRect(); return box.width > 0 && box.height > 0 && e.checkVisibility({ visibilityProperty: true, opacityProperty: true }); };

          // Width
          if (root.scrollWidth > innerWidth) {
            const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth + 0.5 && !scroller(e)).slice(0, 5);
            problems.push(`overflow: the page is ${root.scrollWidth} wide, its window ${innerWidth}: ${wide.map(name).join(', ')}`);
          }
          function scroller(e) {
            for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) if (['auto', 'scroll'].includes(getComputedStyle(p).overflowX)) return p;
            return null;
          }
          for (const e of document.body.querySelectorAll('*')) {
            const style = getComputedStyle(e);
            if (e instanceof HTMLElement && style.overflowX === 'hidden' && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1 && isShown(e)) problems.push(`cut off: ${name(e)} '${text(e)}'`);
          }

          // Links
          const ids = new Map();
          for (const e of document.querySelectorAll('[id]')) ids.set(e.id, (ids.get(e.id) || 0) + 1);
          for (const [id, count] of ids) if (count > 1) problems.push(`id: '${id}' occurs ${count} times`);
          for (const link of document.querySelectorAll('a[href^="#"]')) {
            const target = decodeURIComponent(link.getAttribute('href').slice(1));
            if (!ids.has(target)) problems.push(`link: '${text(link)}' leads to '#${target}', which is not there`);
          }

          // Charts
          for (const chart of document.querySelectorAll('svg[role="img"]')) {
            const title = chart.querySelector(':scope > title'), what = title ? title.textContent : name(chart);
            if (!title || !title.textContent.trim()) problems.push(`chart: ${name(chart)} has no title`);
            if (!chart.checkVisibility()) continue;
            const box = chart.getBoundingClientRect();
            if (box.width < 20 || box.height < 10) problems.push(`chart: '${what}' is ${box.width} by ${box.height}`);
            if (![...chart.querySelectorAll('path, rect, circle, line, polyline, polygon, text')].some(mark => { const m = mark.getBoundingClientRect(); return m.width > 0 || m.height > 0; })) problems.push(`chart: '${what}' is empty`);
            for (const label of chart.querySelectorAll('text')) {
              const t = label.getBoundingClientRect();
              if (t.width > 0 && (t.left < box.left - 1 || t.right > box.right + 1 || t.top < box.top - 1 || t.bottom > box.bottom + 1)) problems.push(`chart: '${text(label)}' sticks out of '${what}'`);
            }
            const labels = [...chart.querySelectorAll('text')].map(e => ({ e, box: e.getBoundingClientRect() })).filter(l => l.box.width > 0);
            for (let i = 0; i < labels.length; i++) for (let j = i + 1; j < labels.length; j++) {
              const a = labels[i].box, b = labels[j].box;
              const across = Math.min(a.right, b.right) - Math.max(a.left, b.left), down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
              if (across > 1 && down > Math.min(a.height, b.height) * 0.45) problems.push(`chart: '${text(labels[i].e)}' and '${text(labels[j].e)}' collide in '${what}'`);
            }
          }

          // Contrast
          function color(value) {
            const numbers = (value.match(/-?[\d.]+(e-?\d+)?%?/g) || []).map(n => n.endsWith('%') ? parseFloat(n) / 100 : parseFloat(n));
            if (value.startsWith('color(srgb')) return [numbers[0] * 255, numbers[1] * 255, numbers[2] * 255, numbers[3] ?? 1];
            return value.startsWith('rgb') ? [numbers[0], numbers[1], numbers[2], numbers[3] ?? 1] : [0, 0, 0, 0];
          }
          const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
          function background(e) {
            const layers = [];
            if (e.ownerSVGElement) {
              const box = e.getBoundingClientRect(), x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
              for (const mark of [...e.ownerSVGElement.querySelectorAll('rect, path, circle, polygon')].reverse()) {
                if (!(mark.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
                const m = mark.getBoundingClientRect();
                const style = getComputedStyle(mark);
                if (mark.tagName !== 'rect' || m.left > x || m.right < x || m.top > y || m.bottom < y || style.fill === 'none') continue;
                const fill = color(style.fill);
                layers.push([fill[0], fill[1], fill[2], fill[3] * style.fillOpacity * style.opacity]);
              }
            }
            for (let p = e.ownerSVGElement ?? e; p; p = p.parentElement) layers.push(color(getComputedStyle(p).backgroundColor));
            return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
          }
          const luminance = c => c.slice(0, 3).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const seen = new Set();
          while (walker.nextNode()) {
            const e = walker.currentNode.parentElement;
            if (!walker.currentNode.textContent.trim() || seen.has(e) || ['STYLE', 'SCRIPT', 'title', 'desc', 'OPTION'].includes(e.tagName) || !isShown(e)) continue;
            seen.add(e);
            const style = getComputedStyle(e), behind = background(e), size = parseFloat(style.fontSize);
            const front = over(color(e.ownerSVGElement ? style.fill : style.color), behind);
            const [low, high] = [luminance(front), luminance(behind)].sort((a, b) => a - b), ratio = (high + 0.05) / (low + 0.05);
            const least = size >= 24 || size >= 18.66 && style.fontWeight >= 700 ? 3 : 4.5;
            if (ratio < least) problems.push(`contrast: ${ratio.toFixed(2)} for '${text(e)}' (${name(e)}), at least ${least} was expected`);
          }

          // Headings
          let level = 0;
          for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
            const next = +heading.tagName[1];
            if (next > level + 1) problems.push(`heading: '${text(heading)}' is of level ${next} after level ${level}`);
            level = next;
          }
          return problems;
        }
        """;
}

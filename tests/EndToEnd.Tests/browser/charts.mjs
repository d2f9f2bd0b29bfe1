// Runs in the page, with every part of it open: texts of charts that are cut off, lie on each other or are smaller than a reader can read.
export function chartFaults() {
  document.querySelectorAll('details').forEach(d => { d.open = true; });
  const faults = [];
  for (const svg of document.querySelectorAll('svg')) {
    const whole = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width ? whole.width / svg.viewBox.baseVal.width : 1;
    const texts = [...svg.querySelectorAll('text')].map(t => ({ text: t.textContent, at: t.getBoundingClientRect(), size: parseFloat(getComputedStyle(t).fontSize) * scale }));
    const say = what => faults.push(`${svg.getAttribute('aria-labelledby')}: ${what}`);
    for (const [i, { text, at, size }] of texts.entries()) {
      if (size < 12) say(`${text} is ${size.toFixed(1)} pixels`);
      if (at.left < whole.left - 1 || at.right > whole.right + 1 || at.top < whole.top - 1 || at.bottom > whole.bottom + 1) say(`${text} is cut off`);
      for (const other of texts.slice(i + 1))
        if (Math.min(at.right, other.at.right) - Math.max(at.left, other.at.left) > 1.5 && Math.min(at.bottom, other.at.bottom) - Math.max(at.top, other.at.top) > 3)
          say(`${text} is on ${other.text}`);
    }
  }
  return faults;
}

'use strict';
// Shows a box above each long list that filters it. The list is whole without it.
for (const box of document.querySelectorAll('[data-filter]')) {
  const items = [...document.getElementById(box.dataset.filter).children];
  const words = box.querySelector('input');
  const count = box.querySelector('[role=status]');
  box.hidden = false;
  words.addEventListener('input', () => {
    const wanted = words.value.trim().toLowerCase();
    for (const item of items) item.hidden = !item.textContent.toLowerCase().includes(wanted);
    const shown = items.filter(item => !item.hidden).length;
    count.textContent = wanted === '' ? '' : `${shown} of ${items.length}`;
  });
}

'use strict';
// Opens what a link leads to.
(() => {
  const open = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener('hashchange', open);
  open();
})();
// Sorts and filters the table of indicators. The page is whole without it: it only adds buttons, and shows the form.
(() => {
  const table = document.getElementById('table');
  const form = document.getElementById('filter');
  if (!table || !form) return;

  const bodies = [...table.tBodies];
  const homes = bodies.flatMap(body => [...body.rows].filter(row => row.dataset.priority !== undefined).map(row => ({ row, body })));
  const headings = bodies.flatMap(body => [...body.rows].filter(row => row.dataset.priority === undefined));
  const headers = [...table.tHead.rows[0].cells];
  const words = document.getElementById('filter-text');
  const count = document.getElementById('filter-count');
  const choices = [['filter-priority', 'priority'], ['filter-national', 'national'], ['filter-neighbours', 'neighbours']]
    .map(([id, key]) => ({ select: document.getElementById(id), key }));
  let sorted = '';

  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.sort === undefined ? cell.textContent.trim() : Number(cell.dataset.sort);
  };
  const compare = (a, b) => typeof a === 'number' ? a - b : a.localeCompare(b, 'en-GB');

  function show() {
    const wanted = words.value.trim().toLowerCase();
    let shown = 0;
    for (const { row } of homes) {
      const fits = choices.every(c => c.select.value === '' || c.select.value === row.dataset[c.key])
        && row.textContent.toLowerCase().includes(wanted);
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const heading of headings)
      heading.hidden = sorted !== '' || ![...heading.parentElement.rows].some(row => row !== heading && !row.hidden);
    count.textContent = `Showing ${shown} of ${homes.length} figures${sorted === '' ? ', by priority' : `, sorted by ${sorted}`}.`;
  }

  function sort(header) {
    const column = headers.indexOf(header);
    const down = header.getAttribute('aria-sort') === 'ascending';
    headers.forEach(other => other.removeAttribute('aria-sort'));
    header.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const rows = homes.map(home => home.row).sort((a, b) => (down ? -1 : 1) * compare(value(a, column), value(b, column)));
    bodies[0].append(...rows);
    sorted = `${header.textContent.trim()}, ${down ? 'descending' : 'ascending'}`;
    show();
  }

  function byPriority() {
    headers.forEach(header => header.removeAttribute('aria-sort'));
    for (const { row, body } of homes) body.append(row);
    sorted = '';
    show();
  }

  for (const header of headers.filter(h => h.dataset.sortable !== undefined)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...header.childNodes);
    button.addEventListener('click', () => sort(header));
    header.append(button);
  }
  form.addEventListener('input', show);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(byPriority));
  form.hidden = false;
  show();
})();

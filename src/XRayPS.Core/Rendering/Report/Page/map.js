// The service map: drawn when the report was made, moved and looked into here.
function startMap() {
  const room = byId('map');
  const drawing = byId('map-drawing').content.firstElementChild;
  room.append(drawing);
  const everything = drawing.querySelector('.everything');
  const [left, top, width, height] = drawing.getAttribute('viewBox').split(' ').map(Number);
  drawing.removeAttribute('viewBox');
  drawing.setAttribute('width', '100%');
  drawing.setAttribute('height', '100%');
  const nodes = [...drawing.querySelectorAll('.node')];
  const view = { x: 0, y: 0, k: 1 };
  const apply = () => everything.setAttribute('transform', `translate(${view.x} ${view.y}) scale(${view.k})`);

  // Never so small that names cannot be read: a map that is wider than its room begins at its left, its first node amid.
  const corner = node => /translate\(([-\d.]+) ([-\d.]+)\)/.exec(node.getAttribute('transform')).slice(1).map(Number);
  const entry = nodes.map(corner).sort((a, b) => a[0] - b[0] || a[1] - b[1])[0] ?? [0, 0];
  const fit = () => {
    const whole = Math.min(room.clientWidth / width, room.clientHeight / height);
    view.k = Math.min(1.1, Math.max(whole, room.clientWidth < 640 ? 0.6 : 0.45));
    view.x = Math.max((room.clientWidth - width * view.k) / 2, 0) - left * view.k;
    view.y = whole >= view.k ? (room.clientHeight - height * view.k) / 2 - top * view.k : room.clientHeight * 0.42 - entry[1] * view.k;
    apply();
  };

  const zoom = (factor, x = room.clientWidth / 2, y = room.clientHeight / 2) => {
    const k = Math.min(3, Math.max(0.08, view.k * factor));
    view.x = x - (x - view.x) * k / view.k;
    view.y = y - (y - view.y) * k / view.k;
    view.k = k;
    apply();
  };

  const tool = (name, path, act) => h('button', { type: 'button', class: 'quiet', 'aria-label': name, title: name, onclick: act }, icon(path));
  byId('map-tools').append(
    tool('Zoom out', icons.minus, () => zoom(1 / 1.3)), tool('Zoom in', icons.plus, () => zoom(1.3)), tool('Show all', icons.fit, fit));
  byId('map-hint').textContent = nodes.length === 0 ? 'No services' : `${plural(data.nodes.length, 'node')}. Drag to move; choose a node for its figures.`;

  // The wheel alone belongs to the page; with Ctrl, as pinching sends it, it zooms.
  room.addEventListener('wheel', event => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = room.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY / 250), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });

  let drag = null;
  room.addEventListener('pointerdown', event => {
    if (event.button === 0) drag = { x: event.clientX, y: event.clientY, moved: false };
  });
  room.addEventListener('pointermove', event => {
    if (!drag) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moved && Math.hypot(dx, dy) < 4) return;
    // Only now, because a captured pointer would take the click from the node under it.
    if (!drag.moved) room.setPointerCapture(event.pointerId);
    Object.assign(view, { x: view.x + dx, y: view.y + dy });
    drag = { x: event.clientX, y: event.clientY, moved: true };
    apply();
  });
  for (const name of ['pointerup', 'pointercancel']) room.addEventListener(name, () => { drag = null; });

  const choose = element => {
    const node = element.closest('.node');
    const hit = element.closest('.hit');
    if (node) showNode(Number(node.dataset.node));
    else if (hit) showEdge(Number(hit.dataset.edge));
  };
  drawing.addEventListener('click', event => choose(event.target));

  // One stop for the tabulator; arrows go to the nearest node in their direction.
  const place = node => { const box = node.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; };
  const focus = node => {
    for (const other of nodes) other.setAttribute('tabindex', other === node ? '0' : '-1');
    node.focus({ preventScroll: true });
    const [box, own] = [room.getBoundingClientRect(), node.getBoundingClientRect()];
    view.x += Math.max(0, box.left + 12 - own.left) - Math.max(0, own.right - box.right + 12);
    view.y += Math.max(0, box.top + 12 - own.top) - Math.max(0, own.bottom - box.bottom + 12);
    apply();
  };
  nodes[0]?.setAttribute('tabindex', '0');
  const directions = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  drawing.addEventListener('keydown', event => {
    const from = event.target.closest('.node');
    if (!from) return;
    if (event.key === 'Enter' || event.key === ' ') choose(from);
    else if (event.key === '+') zoom(1.3);
    else if (event.key === '-') zoom(1 / 1.3);
    else if (event.key === '0') fit();
    else if (event.key in directions) {
      const [dx, dy] = directions[event.key];
      const [x, y] = place(from);
      const ahead = nodes.filter(node => node !== from).map(node => {
        const [nx, ny] = place(node);
        const along = (nx - x) * dx + (ny - y) * dy;
        return { node, along, cost: along + 2 * Math.abs((nx - x) * dy + (ny - y) * dx) };
      }).filter(other => other.along > 4).sort((a, b) => a.cost - b.cost);
      if (ahead.length > 0) focus(ahead[0].node);
    } else return;
    event.preventDefault();
  });
  drawing.addEventListener('focusin', event => { const node = event.target.closest('.node'); if (node) focus(node); });

  new ResizeObserver(fit).observe(room);
  fit();
}

function markChosen(node, edge) {
  for (const element of document.querySelectorAll('.xray-map .chosen')) element.classList.remove('chosen');
  if (node !== null) document.querySelector(`.xray-map [data-node="${node}"]`)?.classList.add('chosen');
  if (edge !== null) document.querySelector(`.xray-map [data-edge="${edge}"]`)?.closest('.connection').classList.add('chosen');
}

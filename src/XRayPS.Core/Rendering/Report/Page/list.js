// A list of any length of which only the rows in sight are elements. The focus stays on the list; the row that the keyboard
// is at is named by aria-activedescendant, so that it can leave the screen and come back.
class VirtualList {
  constructor({ id, role, rowHeight, label, render, open, key, expand }) {
    Object.assign(this, { id, rowHeight, render, open, key, expand });
    this.count = 0;
    this.active = 0;
    this.space = h('div', { class: 'space', role: 'presentation' });
    this.element = h('div', { id, class: 'list', role, tabindex: 0, 'aria-label': label, onscroll: () => this.draw(), onkeydown: event => this.press(event) }, this.space);
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  show(count, active = 0) {
    this.count = count;
    this.active = Math.max(0, Math.min(active, count - 1));
    this.space.style.setProperty('height', count * this.rowHeight + 'px');
    this.draw(true);
  }

  draw(all) {
    const from = Math.max(0, Math.floor(this.element.scrollTop / this.rowHeight) - 6);
    const to = Math.min(this.count, Math.ceil((this.element.scrollTop + this.element.clientHeight) / this.rowHeight) + 6);
    if (!all && this.from === from && this.to === to) return;
    Object.assign(this, { from, to });
    const rows = [];
    for (let i = from; i < to; i++) {
      const row = this.render(i);
      row.id = `${this.id}-${i}`;
      row.style.setProperty('top', i * this.rowHeight + 'px');
      row.classList.toggle('active', i === this.active);
      row.addEventListener('click', event => { this.go(i, true); if (!event.defaultPrevented) this.open(i, 'click'); });
      rows.push(row);
    }
    this.space.replaceChildren(...rows);
    if (this.count > 0) this.element.setAttribute('aria-activedescendant', `${this.id}-${this.active}`);
    else this.element.removeAttribute('aria-activedescendant');
  }

  go(i, quiet) {
    if (this.count === 0) return;
    this.active = Math.max(0, Math.min(i, this.count - 1));
    if (!quiet) {
      const top = this.active * this.rowHeight;
      const bottom = top + this.rowHeight - this.element.clientHeight;
      if (this.element.scrollTop > top) this.element.scrollTop = top;
      else if (this.element.scrollTop < bottom) this.element.scrollTop = bottom;
    }
    this.draw(true);
    this.key?.(this.active);
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(this.element.clientHeight / this.rowHeight) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -this.count, End: this.count };
    if (event.key in steps) this.go(this.active + steps[event.key]);
    else if (event.key === 'Enter') this.open(this.active, 'key');
    else if (this.expand && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) this.expand(this.active, event.key === 'ArrowRight');
    else return;
    event.preventDefault();
  }
}

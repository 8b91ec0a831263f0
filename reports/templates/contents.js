// Contents: a menu on a phone; the section that is read is marked.
const addContents = bar => {
  const root = document.documentElement, menu = bar.querySelector('.menu');
  root.classList.add('js');
  menu.hidden = false;
  const showMenu = open => { bar.classList.toggle('open', open); menu.setAttribute('aria-expanded', open); };
  menu.addEventListener('click', () => showMenu(!bar.classList.contains('open')));
  bar.querySelectorAll('nav a').forEach(a => a.addEventListener('click', () => showMenu(false)));
  bar.addEventListener('keydown', e => { if (e.key === 'Escape') { showMenu(false); menu.focus(); } });
  const links = new Map([...bar.querySelectorAll('nav a')].map(a => [a.hash.slice(1), a]));
  const watch = new IntersectionObserver(entries => entries.forEach(entry => {
    if (!entry.isIntersecting) return;
    links.forEach(each => each.removeAttribute('aria-current'));
    links.get(entry.target.id).setAttribute('aria-current', 'true');
  }), { rootMargin: '-20% 0px -75% 0px' });
  links.forEach((_, id) => watch.observe(document.getElementById(id)));
};
// What scrolls sideways can be reached and scrolled by keyboard.
const reachByKeyboard = () => {
  const reachable = new ResizeObserver(entries => entries.forEach(({ target }) => {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute('tabindex');
  }));
  document.querySelectorAll('.scroll').forEach(each => reachable.observe(each));
};

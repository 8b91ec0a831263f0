(() => {
  const { words } = JSON.parse(document.getElementById('data').textContent);
  const bar = document.querySelector('.bar'), tools = bar.querySelector('.tools');
  addContents(bar);
  reachByKeyboard();
  addCopies(words);
  tools.hidden = false;
  addSearch(tools, words);
  addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(d => { d.open = true; }));
})();

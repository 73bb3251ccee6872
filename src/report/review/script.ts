// The little that the page does by itself: notes grow with their text, can be printed, and can be
// saved as a copy of the page. Without a script the page reads just as well, and prints with room
// for notes by hand. Nothing is stored: a browser may share its storage among all local files.

/** The page's only script. */
export const script = `
(() => {
  const notes = [...document.querySelectorAll('textarea')];
  const tools = document.querySelector('.tools');
  if (!tools || notes.length === 0) return;
  const said = tools.querySelector('[role=status]');
  let unsaved = false;
  const grow = (note) => {
    note.style.height = 'auto';
    note.style.height = note.scrollHeight + 2 + 'px';
  };
  for (const note of notes) {
    grow(note);
    note.addEventListener('input', () => {
      unsaved = true;
      said.textContent = '';
      grow(note);
    });
  }
  tools.hidden = false;
  tools.querySelector('.print').addEventListener('click', () => print());
  tools.querySelector('.save').addEventListener('click', () => {
    const copy = document.documentElement.cloneNode(true);
    copy.querySelectorAll('textarea').forEach((note, index) => {
      note.textContent = notes[index].value;
    });
    const link = document.createElement('a');
    const name = decodeURIComponent(location.pathname.split('/').pop() || 'review.html');
    link.download = name.replace(/(-with-notes)?\\.html?$/, '') + '-with-notes.html';
    link.href = URL.createObjectURL(
      new Blob(['<!doctype html>\\n' + copy.outerHTML], { type: 'text/html' })
    );
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    unsaved = false;
    said.textContent = 'Saved as ' + link.download + ' in your downloads.';
  });
  addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault();
  });
})();
`;

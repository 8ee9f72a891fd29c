/** A copy button after each element with a `data-copy` attribute, whose value names the element. */

const [COPY, COPIED] = document.documentElement.lang.startsWith('zh')
  ? ['复制', '已复制']
  : ['Copy', 'Copied'];

/** Live region: announces the copy to screen readers. */
const status = document.createElement('span');
status.className = 'unseen';
status.setAttribute('role', 'status');
document.body.append(status);

/** The clipboard API needs a secure context. Without HTTPS the text is selected and copied by `execCommand`. */
async function copy(element: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(element.textContent);
  } catch {
    getSelection()?.selectAllChildren(element);
    document.execCommand('copy');
  }
}

for (const element of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const name = element.dataset['copy'];
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = COPY;
  if (name) button.setAttribute('aria-label', `${COPY}: ${name}`);
  button.addEventListener('click', async () => {
    await copy(element);
    button.textContent = status.textContent = COPIED;
    setTimeout(() => {
      button.textContent = COPY;
      status.textContent = '';
    }, 2000);
  });
  element.after(button);
}

export {};

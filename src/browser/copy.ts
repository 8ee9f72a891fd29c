/** A button beside everything that is there to be copied: each element with `data-copy`, which holds its name. */

const [COPY, COPIED] = document.documentElement.lang.startsWith('zh')
  ? ['复制', '已复制']
  : ['Copy', 'Copied'];

/** Says to those who do not see the button that it worked. */
const status = document.createElement('span');
status.className = 'unseen';
status.setAttribute('role', 'status');
document.body.append(status);

/** Off HTTPS there is no clipboard to write to; what is selected can be copied all the same. */
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

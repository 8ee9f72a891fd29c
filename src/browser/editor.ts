/**
 * The SPARQL page: an editor that replaces the text field of the form, and results shown without loading a page.
 * All data is from the server of the page.
 */
import type { PageData } from './editor/page-data.ts';
import { Workbench } from './editor/workbench/workbench.ts';

const data = document.querySelector('#sparql-data');
const form = document.querySelector<HTMLFormElement>('form.query');
const field = document.querySelector<HTMLTextAreaElement>('#query');
if (data && form && field)
  new Workbench(JSON.parse(data.textContent) as PageData, form, field).start();

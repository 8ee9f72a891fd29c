/**
 * The SPARQL page: an editor in place of the form's text field, and results without another page. Everything it shows
 * comes from the server that served the page.
 */
import type { PageData } from './editor/page-data.ts';
import { Workbench } from './editor/workbench/workbench.ts';

const data = document.querySelector('#sparql-data');
const form = document.querySelector<HTMLFormElement>('form.query');
const field = document.querySelector<HTMLTextAreaElement>('#query');
if (data && form && field)
  new Workbench(JSON.parse(data.textContent) as PageData, form, field).start();

/** Texts in the formats that are XML. */
import { escapeXml } from '../../rdf/index.ts';
import { withoutControls } from './control-characters.ts';

/** Line ends of XML 1.1, which some readers of XML 1.0 turn into others. https://www.w3.org/TR/xml11/#sec-line-ends */
const OTHER_LINE_ENDS = /[\u0085\u2028]/g;

export const xml = (text: string): string =>
  escapeXml(withoutControls(text)).replace(OTHER_LINE_ENDS, (char) => `&#${char.charCodeAt(0)};`);

/** The media types of sets of links. https://www.rfc-editor.org/rfc/rfc9264#section-7 */
export const LINKSET_JSON = 'application/linkset+json';
export const LINKSET_TEXT = 'application/linkset';

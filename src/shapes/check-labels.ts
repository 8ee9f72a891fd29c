/** Whether every resource has a label, in every language of the site. */
import { languageMatches, rdf } from '../rdf/index.ts';
import { DEFAULT_GRAPH } from '../store/index.ts';
import type { CheckSection, Finding } from './report.ts';
import type { CheckSubject } from './subject.ts';

/**
 * Looks at each typed resource below the base. A missing language is a warning; no label at all is a violation
 * where the dataset declares its languages.
 */
export async function checkLabels(subject: CheckSubject): Promise<CheckSection> {
  const iris = typedResources(subject);
  const labels = await subject.descriptions.labels(iris);
  const findings: Finding[] = [];
  const severity = subject.languages.length > 0 ? 'violation' : 'warning';
  const found = new Map(subject.languages.map((language) => [language, 0]));
  for (const iri of iris) {
    const tags = [...(labels.get(iri)?.keys() ?? [])];
    if (tags.length === 0) findings.push({ severity, subject: iri, message: 'has no label' });
    for (const language of subject.languages) {
      if (tags.some((tag) => tag === '' || languageMatches(tag, language)))
        found.set(language, (found.get(language) ?? 0) + 1);
      else if (tags.length > 0)
        findings.push({
          severity: 'warning',
          subject: iri,
          message: `has no label in ${language}`,
        });
    }
  }
  const perLanguage = Array.from(found, ([language, number]) => `${language} ${number}`);
  const summary = perLanguage.length > 0 ? perLanguage.join(', ') : String(labels.size);
  return {
    name: 'labels',
    summary: `${summary} of ${iris.length} resources`,
    wasRun: true,
    findings,
  };
}

function typedResources({ dataset, base }: CheckSubject): string[] {
  const type = dataset.dictionary.idOf(rdf('type'));
  if (type === undefined) return [];
  const iris = new Set<string>();
  for (const quad of dataset.scan({ predicate: type, graph: DEFAULT_GRAPH })) {
    const subject = dataset.dictionary.termOf(quad.subject);
    if (subject.termType === 'NamedNode' && subject.value.startsWith(base)) iris.add(subject.value);
  }
  return [...iris];
}

import type { Capture } from './capture.ts';
import { line } from './line.ts';

/**
 * A paper read as a PDF has a page that describes it, and the address of the one tells that of the other. So what is
 * printed is the page, from which readers reach every form of the paper; nothing is fetched for it.
 */
interface Host {
  /** Where the PDF is; what it captures is named in `page` and `doi` as $1, $2 … */
  pdf: RegExp;
  page: string;
  /** Where the address holds the DOI, or what it is made of. */
  doi?: string;
  outlet?: string;
  example: string;
}

const DOI = '(10\\.\\d{4,9}/[^?#]+?)';

/** One row for each host and form of its addresses; the first that fits counts. */
export const PAPER_HOSTS: readonly Host[] = [
  {
    // https://info.arxiv.org/help/arxiv_identifier.html; every paper has a DOI since 2022, without the version.
    pdf: /^https?:\/\/(?:www\.|export\.)?arxiv\.org\/pdf\/((?:[a-z-]+(?:\.[A-Z]{2})?\/)?\d{4}[.\d]\d{2,5}\d?)(v\d+)?(?:\.pdf)?$/,
    page: 'https://arxiv.org/abs/$1$2',
    doi: '10.48550/arXiv.$1',
    outlet: 'arXiv',
    example: 'https://arxiv.org/pdf/2101.00001v2',
  },
  {
    pdf: /^https?:\/\/www\.(biorxiv|medrxiv)\.org\/content\/(10\.\d{4,9}\/[^/?#]+?)(v\d+)?(?:\.full)?\.pdf(?:\+html)?$/,
    page: 'https://www.$1.org/content/$2$3',
    doi: '$2',
    example: 'https://www.biorxiv.org/content/10.1101/2031.02.27.123456v1.full.pdf',
  },
  {
    // Its addresses until 2019, and the number that was the end of the DOI.
    pdf: /^https?:\/\/www\.(biorxiv|medrxiv)\.org\/content\/(?:\1\/)?early\/\d{4}\/\d\d\/\d\d\/([\d.]+?)\.full\.pdf(?:\+html)?$/,
    page: 'https://www.$1.org/content/10.1101/$2',
    doi: '10.1101/$2',
    example: 'https://www.biorxiv.org/content/biorxiv/early/2031/02/27/123456.full.pdf',
  },
  {
    pdf: /^https?:\/\/europepmc\.org\/(?:articles\/(PMC\d+)\?pdf=render$|backend\/ptpmcrender\.fcgi\?accid=(PMC\d+))/,
    page: 'https://europepmc.org/article/PMC/$1$2',
    outlet: 'Europe PMC',
    example: 'https://europepmc.org/articles/PMC1234567?pdf=render',
  },
  {
    pdf: /^https?:\/\/pmc\.ncbi\.nlm\.nih\.gov\/articles\/(PMC\d+)\/pdf(?:\/[^/?#]*)?$/i,
    page: 'https://pmc.ncbi.nlm.nih.gov/articles/$1/',
    example: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/pdf/rope.pdf',
  },
  {
    pdf: /^https?:\/\/www\.ncbi\.nlm\.nih\.gov\/pmc\/articles\/(PMC\d+)\/pdf(?:\/[^/?#]*)?$/i,
    page: 'https://pmc.ncbi.nlm.nih.gov/articles/$1/',
    example: 'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/pdf/',
  },
  {
    pdf: /^https?:\/\/openreview\.net\/(?:pdf\?id=([\w-]+)|attachment\?id=([\w-]+)&name=pdf)$/,
    page: 'https://openreview.net/forum?id=$1$2',
    outlet: 'OpenReview',
    example: 'https://openreview.net/pdf?id=AbC_d-1',
  },
  {
    pdf: /^https?:\/\/(?:www\.)?(?:aclanthology\.org|aclweb\.org\/anthology)\/([\w-]+(?:\.[\w-]+)*?)(?:v\d+)?\.pdf$/,
    page: 'https://aclanthology.org/$1/',
    outlet: 'ACL Anthology',
    example: 'https://aclanthology.org/2031.acl-main.1.pdf',
  },
  {
    pdf: /^https?:\/\/www\.nature\.com\/articles\/([\w-]+?)(?:_reference)?\.pdf$/,
    page: 'https://www.nature.com/articles/$1',
    doi: '10.1038/$1',
    example: 'https://www.nature.com/articles/s41586-031-00001-1.pdf',
  },
  {
    pdf: /^https?:\/\/journals\.plos\.org\/(\w+)\/article\/file\?id=(10\.\d{4,9}\/[\w.]+)(?:&type=printable)?$/,
    page: 'https://journals.plos.org/$1/article?id=$2',
    doi: '$2',
    example: 'https://journals.plos.org/plosone/article/file?id=10.1371/journal.pone.0000001&type=printable',
  },
  {
    pdf: new RegExp(
      `^https?://(?:link\\.springer\\.com/content|[\\w-]+\\.biomedcentral\\.com/(?:counter|track))/pdf/${DOI}\\.pdf$`,
    ),
    page: 'https://doi.org/$1',
    doi: '$1',
    example: 'https://link.springer.com/content/pdf/10.1007/s00000-031-00001-1.pdf',
  },
  {
    pdf: new RegExp(`^https?://www\\.frontiersin\\.org/(?:journals/[\\w-]+/)?articles/${DOI}/pdf$`),
    page: 'https://www.frontiersin.org/articles/$1/full',
    doi: '$1',
    example: 'https://www.frontiersin.org/articles/10.3389/fpsyg.2031.00001/pdf',
  },
  {
    // The platform of ACM, Wiley, Sage, Science and many others.
    pdf: new RegExp(`^https?://([^/?#]+)/doi/(?:pdf|pdfdirect|epdf)/${DOI}(?:\\?.*)?$`),
    page: 'https://$1/doi/$2',
    doi: '$2',
    example: 'https://dl.acm.org/doi/pdf/10.1145/1234567.1234568',
  },
  {
    pdf: /^https?:\/\/ieeexplore\.ieee\.org\/stamp(?:PDF)?\/\w+\.jsp\?(?:.*&)?arnumber=(\d+)/,
    page: 'https://ieeexplore.ieee.org/document/$1',
    outlet: 'IEEE Xplore',
    example: 'https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=1234567',
  },
  {
    pdf: /^https?:\/\/papers\.ssrn\.com\/sol3\/Delivery\.cfm\/.*\?abstractid=(\d+)/,
    page: 'https://papers.ssrn.com/sol3/papers.cfm?abstract_id=$1',
    doi: '10.2139/ssrn.$1',
    outlet: 'SSRN',
    example: 'https://papers.ssrn.com/sol3/Delivery.cfm/SSRN_ID5_code1.pdf?abstractid=5000001&mirid=1',
  },
  {
    pdf: /^https?:\/\/www\.nber\.org\/system\/files\/working_papers\/(w\d+)\/\1\.pdf$/,
    page: 'https://www.nber.org/papers/$1',
    doi: '10.3386/$1',
    outlet: 'NBER',
    example: 'https://www.nber.org/system/files/working_papers/w30001/w30001.pdf',
  },
  {
    pdf: /^https?:\/\/openaccess\.thecvf\.com\/(content\w*(?:\/\w+)?)\/papers\/(\w+)\.pdf$/,
    page: 'https://openaccess.thecvf.com/$1/html/$2.html',
    outlet: 'CVF',
    example: 'https://openaccess.thecvf.com/content/CVPR2031/papers/Quill_Knots_CVPR_2031_paper.pdf',
  },
  {
    // The platform of Oxford and others.
    pdf: /^https?:\/\/([^/?#]+\/[\w-]+\/article)-pdf(\/(?:[\w-]+\/)+\d+)\/[\w.-]+\.pdf$/,
    page: 'https://$1$2',
    example: 'https://academic.oup.com/rope/article-pdf/5/1/27/700001/knots.pdf',
  },
  {
    // Elsevier, MDPI, HAL, IACR, and the platform of the BMJ and others: what says that it is the PDF stands at the end.
    pdf: /^(https?:\/\/(?:www\.sciencedirect\.com\/science\/article\/pii\/\w+(?=\/pdf(?:ft)?$)|www\.mdpi\.com\/[\dX-]{9}(?:\/\d+){3}(?=\/pdf$)|hal\.science\/[a-z]+-\d+(?:v\d+)?(?=\/document$)|eprint\.iacr\.org\/\d{4}\/\d+(?=\.pdf$)|[^/?#]+\/content\/[\w./-]+?(?=\.full\.pdf$)))/,
    page: '$1',
    example: 'https://eprint.iacr.org/2031/227.pdf',
  },
  {
    pdf: /^https?:\/\/proceedings\.mlr\.press\/(v\d+)\/([\w-]+)\/\2\.pdf$/,
    page: 'https://proceedings.mlr.press/$1/$2.html',
    outlet: 'PMLR',
    example: 'https://proceedings.mlr.press/v119/quill31a/quill31a.pdf',
  },
  {
    pdf: /^https?:\/\/(papers\.nips\.cc|proceedings\.neurips\.cc)\/paper_files\/paper\/(\d{4})\/file\/(\w+)-Paper([\w-]*)\.pdf$/,
    page: 'https://$1/paper_files/paper/$2/hash/$3-Abstract$4.html',
    outlet: 'NeurIPS',
    example: 'https://proceedings.neurips.cc/paper_files/paper/2031/file/0123abcd-Paper-Conference.pdf',
  },
];

const OUTLETS: Readonly<Record<string, string>> = { biorxiv: 'bioRxiv', medrxiv: 'medRxiv' };

/** The address of the page about a paper whose PDF is here; null: this is no PDF of a known host. */
export const paperPage = (address: string): string | null => paperAt({ address, title: '' })?.canonical ?? null;

/**
 * What a PDF of a known host can be captured as; null: its host is not known. The title is the tab's, unless that is
 * only the name of the file.
 *
 * @param tab the address of the PDF and the title that the viewer shows.
 */
export function paperAt(tab: { address: string; title: string }): Capture | null {
  const [address = ''] = tab.address.split('#', 1);
  for (const { pdf, page, doi = '', outlet } of PAPER_HOSTS) {
    // Buttons add what says that they were pressed: `?pdf=button`, `?download=true`.
    const found = pdf.exec(address) ?? pdf.exec(address.replace(/\?.*$/s, '').replace(/%2F/gi, '/'));
    if (found === null) continue;
    const filled = (template: string) => template.replace(/\$(\d)/g, (_, at: string) => found[Number(at)] ?? '');
    const own = filled(page);
    return {
      title: titleOf(tab),
      authors: [],
      outlet: outlet ?? OUTLETS[found[1] ?? ''] ?? '',
      publishedOn: '',
      doi: filled(doi).slice(0, 300),
      address: tab.address.slice(0, 8000),
      canonical: own.slice(0, 8000),
      language: '',
      selection: '',
    };
  }
  return null;
}

/** The title that a viewer shows, where it is one: files without a title are called as their address ends. */
function titleOf({ address, title }: { address: string; title: string }): string {
  const name = decodedEnd(address).replace(/\.pdf$/i, '');
  const bare = line(title, 1000);
  const isName = bare.replace(/\.pdf$/i, '') === name || /^\S+\.pdf$/i.test(bare) || address.includes(bare);
  return isName ? '' : bare;
}

function decodedEnd(address: string): string {
  const end = address.split(/[?#]/, 1)[0]?.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(end);
  } catch {
    return end;
  }
}

import { describe, expect, test } from 'vitest';
import { Capture } from '../../src/domain/capture.ts';
import { PAPER_HOSTS, paperAt } from '../../src/domain/paper.ts';

const read = (address: string, title = '') => paperAt({ address, title });

describe('the PDF of a paper is captured as the page that describes it', () => {
  test.each([
    ['https://arxiv.org/pdf/2101.00001', 'https://arxiv.org/abs/2101.00001', '10.48550/arXiv.2101.00001', 'arXiv'],
    ['https://arxiv.org/pdf/2101.00001v2', 'https://arxiv.org/abs/2101.00001v2', '10.48550/arXiv.2101.00001', 'arXiv'],
    [
      'http://www.arxiv.org/pdf/0704.0001v1.pdf',
      'https://arxiv.org/abs/0704.0001v1',
      '10.48550/arXiv.0704.0001',
      'arXiv',
    ],
    [
      'https://arxiv.org/pdf/hep-th/9901001',
      'https://arxiv.org/abs/hep-th/9901001',
      '10.48550/arXiv.hep-th/9901001',
      'arXiv',
    ],
    [
      'https://arxiv.org/pdf/math.GT/0309136v1',
      'https://arxiv.org/abs/math.GT/0309136v1',
      '10.48550/arXiv.math.GT/0309136',
      'arXiv',
    ],
    [
      'https://arxiv.org/pdf/2101.00001#page=3',
      'https://arxiv.org/abs/2101.00001',
      '10.48550/arXiv.2101.00001',
      'arXiv',
    ],
    [
      'https://www.biorxiv.org/content/10.1101/2031.02.27.123456v1.full.pdf',
      'https://www.biorxiv.org/content/10.1101/2031.02.27.123456v1',
      '10.1101/2031.02.27.123456',
      'bioRxiv',
    ],
    [
      'https://www.medrxiv.org/content/10.1101/2031.02.27.31123456v3.full.pdf+html',
      'https://www.medrxiv.org/content/10.1101/2031.02.27.31123456v3',
      '10.1101/2031.02.27.31123456',
      'medRxiv',
    ],
    [
      'https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/pdf/rope.pdf',
      'https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/',
      '',
      '',
    ],
    [
      'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/pdf/',
      'https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/',
      '',
      '',
    ],
    ['https://openreview.net/pdf?id=AbC_d-1', 'https://openreview.net/forum?id=AbC_d-1', '', 'OpenReview'],
    [
      'https://openreview.net/attachment?id=AbC_d-1&name=pdf',
      'https://openreview.net/forum?id=AbC_d-1',
      '',
      'OpenReview',
    ],
    [
      'https://link.springer.com/content/pdf/10.1007/s00000-031-00001-1.pdf?pdf=button',
      'https://doi.org/10.1007/s00000-031-00001-1',
      '10.1007/s00000-031-00001-1',
      '',
    ],
    [
      'https://arxiv.org/pdf/2101.00001?download=true',
      'https://arxiv.org/abs/2101.00001',
      '10.48550/arXiv.2101.00001',
      'arXiv',
    ],
    [
      'https://link.springer.com/content/pdf/10.1007%2Fs00000-031-00001-1.pdf',
      'https://doi.org/10.1007/s00000-031-00001-1',
      '10.1007/s00000-031-00001-1',
      '',
    ],
    [
      'https://bmcropes.biomedcentral.com/counter/pdf/10.1186/s12859-031-00001-1.pdf',
      'https://doi.org/10.1186/s12859-031-00001-1',
      '10.1186/s12859-031-00001-1',
      '',
    ],
    [
      'https://www.biorxiv.org/content/biorxiv/early/2018/02/27/123456.full.pdf',
      'https://www.biorxiv.org/content/10.1101/123456',
      '10.1101/123456',
      'bioRxiv',
    ],
    [
      'https://www.biorxiv.org/content/early/2018/02/27/123456.full.pdf+html',
      'https://www.biorxiv.org/content/10.1101/123456',
      '10.1101/123456',
      'bioRxiv',
    ],
    [
      'https://www.biorxiv.org/content/biorxiv/early/2031/02/27/2031.02.26.123456.full.pdf',
      'https://www.biorxiv.org/content/10.1101/2031.02.26.123456',
      '10.1101/2031.02.26.123456',
      'bioRxiv',
    ],
    [
      'https://europepmc.org/articles/PMC1234567?pdf=render',
      'https://europepmc.org/article/PMC/PMC1234567',
      '',
      'Europe PMC',
    ],
    [
      'https://europepmc.org/backend/ptpmcrender.fcgi?accid=PMC1234567&blobtype=pdf',
      'https://europepmc.org/article/PMC/PMC1234567',
      '',
      'Europe PMC',
    ],
    [
      'https://www.nature.com/articles/s41586-031-00001-1_reference.pdf',
      'https://www.nature.com/articles/s41586-031-00001-1',
      '10.1038/s41586-031-00001-1',
      '',
    ],
    [
      'https://www.sciencedirect.com/science/article/pii/S0000000031000011/pdfft?md5=1f',
      'https://www.sciencedirect.com/science/article/pii/S0000000031000011',
      '',
      '',
    ],
    [
      'https://ieeexplore.ieee.org/stampPDF/getPDF.jsp?tp=&arnumber=1234567&ref=x',
      'https://ieeexplore.ieee.org/document/1234567',
      '',
      'IEEE Xplore',
    ],
    [
      'https://papers.ssrn.com/sol3/Delivery.cfm/5000001.pdf?abstractid=5000001&mirid=1',
      'https://papers.ssrn.com/sol3/papers.cfm?abstract_id=5000001',
      '10.2139/ssrn.5000001',
      'SSRN',
    ],
    [
      'https://www.nber.org/system/files/working_papers/w30001/w30001.pdf',
      'https://www.nber.org/papers/w30001',
      '10.3386/w30001',
      'NBER',
    ],
    ['https://eprint.iacr.org/2031/227.pdf', 'https://eprint.iacr.org/2031/227', '', ''],
    ['https://hal.science/hal-01234567v2/document', 'https://hal.science/hal-01234567v2', '', ''],
    [
      'https://openaccess.thecvf.com/content/CVPR2031/papers/Quill_Knots_CVPR_2031_paper.pdf',
      'https://openaccess.thecvf.com/content/CVPR2031/html/Quill_Knots_CVPR_2031_paper.html',
      '',
      'CVF',
    ],
    [
      'https://academic.oup.com/rope/article-pdf/5/1/27/700001/knots.pdf',
      'https://academic.oup.com/rope/article/5/1/27/700001',
      '',
      '',
    ],
    ['https://www.mdpi.com/2076-3417/11/1/27/pdf?version=5', 'https://www.mdpi.com/2076-3417/11/1/27', '', ''],
    ['https://www.bmj.com/content/372/bmj.n5.full.pdf', 'https://www.bmj.com/content/372/bmj.n5', '', ''],
    ['https://aclanthology.org/2031.acl-main.1.pdf', 'https://aclanthology.org/2031.acl-main.1/', '', 'ACL Anthology'],
    ['https://www.aclweb.org/anthology/P18-1001.pdf', 'https://aclanthology.org/P18-1001/', '', 'ACL Anthology'],
    [
      'https://www.nature.com/articles/s41586-031-00001-1.pdf',
      'https://www.nature.com/articles/s41586-031-00001-1',
      '10.1038/s41586-031-00001-1',
      '',
    ],
    [
      'https://journals.plos.org/plosone/article/file?id=10.1371/journal.pone.0000001&type=printable',
      'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000001',
      '10.1371/journal.pone.0000001',
      '',
    ],
    [
      'https://link.springer.com/content/pdf/10.1007/s00000-031-00001-1.pdf',
      'https://doi.org/10.1007/s00000-031-00001-1',
      '10.1007/s00000-031-00001-1',
      '',
    ],
    [
      'https://dl.acm.org/doi/pdf/10.1145/1234567.1234568',
      'https://dl.acm.org/doi/10.1145/1234567.1234568',
      '10.1145/1234567.1234568',
      '',
    ],
    [
      'https://onlinelibrary.wiley.com/doi/pdfdirect/10.1002/rope.5?download=true',
      'https://onlinelibrary.wiley.com/doi/10.1002/rope.5',
      '10.1002/rope.5',
      '',
    ],
    [
      'https://proceedings.mlr.press/v119/quill31a/quill31a.pdf',
      'https://proceedings.mlr.press/v119/quill31a.html',
      '',
      'PMLR',
    ],
    [
      'https://proceedings.neurips.cc/paper_files/paper/2031/file/0123abcd-Paper-Conference.pdf',
      'https://proceedings.neurips.cc/paper_files/paper/2031/hash/0123abcd-Abstract-Conference.html',
      '',
      'NeurIPS',
    ],
  ])('%s', (address, canonical, doi, outlet) => {
    const paper = read(address);
    expect(paper?.canonical).toBe(canonical);
    expect(paper?.doi).toBe(doi);
    expect(paper?.outlet).toBe(outlet);
  });

  test.each([
    'https://arxiv.org/abs/2101.00001',
    'https://arxiv.org/pdf/',
    'https://europepmc.org/articles/PMC1234567',
    'https://www.biorxiv.org/content/early/2018/02/27/123456',
    'https://tide.example/content/rope.pdf',
    'https://ieeexplore.ieee.org/document/1234567',
    'https://arxiv.org.evil.example/pdf/2101.00001',
    'https://evil.example/?https://arxiv.org/pdf/2101.00001',
    'https://tide.example/rope.pdf',
    'file:///home/ada/rope.pdf',
    '',
  ])('%j is no PDF of a known host', (address) => {
    expect(read(address)).toBeNull();
  });

  test.each([
    ['Rope and its knots', 'Rope and its knots'],
    ['  Rope\n and knots ', 'Rope and knots'],
    ['2101.00001', ''],
    ['2101.00001.pdf', ''],
    ['arxiv.org/pdf/2101.00001', ''],
    ['rope-final(2).pdf', ''],
    ['', ''],
    ['x'.repeat(2_000_000), 'x'.repeat(1000)],
  ])('a tab called %.40j gives the title %.40j', (title, expected) => {
    expect(read('https://arxiv.org/pdf/2101.00001', title)?.title).toBe(expected);
  });

  test.each(PAPER_HOSTS.map(({ example, pdf }) => [example, pdf] as const))(
    'the example %s fits its row',
    (example, pdf) => {
      expect(example).toMatch(pdf);
      expect(Capture.safeParse(read(example)).success).toBe(true);
    },
  );
});

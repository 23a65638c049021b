//! Words that stand on every page of a report.

messages! {
    page_of(page: usize, pages: usize) => "page {page} of {pages}", "第 {page} 页，共 {pages} 页";
}

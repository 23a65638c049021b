//! Sentences about files: what happened, where, what to do.

messages! {
    load_missing(path: &str) => "{path} is not there. It may have been moved, renamed or is on a stick that is not plugged in", "找不到{path}。它可能已被移动、改名，或所在的U盘未插入";
    load_unreadable(path: &str, reason: &str) => "{path} cannot be read ({reason}). Check that you may open it", "无法读取{path}（{reason}）。请检查您是否有权打开它";
    load_too_large(path: &str, megabytes: u64, limit: u64) => "{path} has {megabytes} MB; a workbook has at most {limit} MB. It is probably another kind of file", "{path}有{megabytes} MB，而工作簿最大为{limit} MB。它可能是其他类型的文件";
    load_not_text(path: &str, line: usize) => "{path} is not UTF-8 text (line {line}). If it is a table, save it as “CSV UTF-8” first", "{path}不是UTF-8文本（第{line}行）。如果是表格，请先另存为“CSV UTF-8”";
    load_foreign(path: &str) => "{path} is neither a Resonance workbook nor a scores CSV with its header on line 1. Open a file that ends in .resonance, or see the README for the CSV header", "{path}既不是Resonance工作簿，也不是首行带表头的评分CSV。请打开以.resonance结尾的文件，CSV表头见README";
    load_newer(path: &str, version: u32, known: u32) => "{path} was written by a newer version of Resonance (file version {version}; this one reads up to {known}). Open it there, or update this program", "{path}由较新版本的Resonance写入（文件版本{version}，本程序最高支持{known}）。请用新版本打开，或更新本程序";
    load_damaged(path: &str, line: usize, column: usize, reason: &str) => "{path}, line {line}, column {column}: {reason}. Nothing was opened; the .bak file beside it holds the version before", "{path}第{line}行第{column}列有误：{reason}。未打开任何内容；旁边的.bak文件是上一版本";
    load_csv(path: &str, row: usize, column: &str, reason: &str) => "{path}, row {row}, column {column}: {reason}. Nothing was read; correct the cell and try again", "{path}第{row}行{column}列：{reason}。未读入任何内容，请更正后重试";
    load_csv_row(path: &str, row: usize, reason: &str) => "{path}, row {row}: {reason}. Nothing was read; correct the row and try again", "{path}第{row}行：{reason}。未读入任何内容，请更正后重试";
    save_no_folder(path: &str) => "{path} cannot be saved: its folder is not there. Choose another folder", "无法保存{path}：文件夹不存在。请选择其他文件夹";
    save_failed(path: &str, reason: &str) => "{path} cannot be saved ({reason}). Nothing was changed on disk; save under another name", "无法保存{path}（{reason}）。磁盘上的内容未变，请另存为其他名称";
    save_full(path: &str) => "{path} cannot be saved: the disk is full. Nothing was changed on disk; make room or save elsewhere", "无法保存{path}：磁盘已满。磁盘上的内容未变，请腾出空间或保存到别处";
    save_forbidden(path: &str) => "{path} cannot be saved: you may not write there. Nothing was changed on disk; save in another folder", "无法保存{path}：没有写入权限。磁盘上的内容未变，请保存到其他文件夹";
    save_read_back(path: &str) => "{path} did not read back as it was written, so the old file was kept. The disk may be failing; save elsewhere", "{path}写入后读回不一致，已保留旧文件。磁盘可能有问题，请保存到别处";
    save_unwritable(reason: &str) => "The workbook cannot be turned into a file ({reason}). Nothing was changed on disk", "无法将工作簿写成文件（{reason}）。磁盘上的内容未变";
}

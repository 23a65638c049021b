//! Words of what is taken out of the window: pictures of charts, reports.

messages! {
    chart_take => "Copy or save this picture", "复制或保存此图";
    copy_picture => "Copy picture", "复制图片";
    copy_as_text => "Copy as text", "复制为文字";
    save_picture => "Save picture…", "保存图片…";
    picture_copied => "Picture copied", "图片已复制";
    picture_not_drawn => "The picture could not be drawn. Make the window smaller and try again, or copy it as text", "无法绘制图片。请缩小窗口后重试，或复制为文字";
    path_picture_title => "Save the picture", "保存图片";
    copy_result => "Copy the result as text", "将结果复制为文字";

    report_menu => "Report…", "报告…";
    report_title => "Report", "报告";
    report_back => "Back", "返回";
    report_share => "Share…", "分享…";
    report_kind => "Report", "报告";
    report_sheet => "Sheet: one page a firm", "单页：每家企业一页";
    report_whom => "For whom", "给谁";
    report_this_firm => "This firm", "本企业";
    report_selected(count: usize) => "Selected ({count})", "所选（{count}）";
    report_all(count: usize) => "All ({count})", "全部（{count}）";
    report_first_shown(shown: usize, all: usize) => "Shown here: the first {shown} of {all}. All are exported", "此处显示前{shown}家，共{all}家。导出时包含全部";
    report_format => "Format", "格式";
    report_both => "Both", "双语";
    report_size => "Size", "纸张";
    report_letter => "Letter", "信纸";
    report_facilitator => "Your name and mark", "您的姓名和标志";
    report_facilitator_text => "Stands on every report; kept on this computer", "印在每份报告上，仅保存在本机";
    report_name => "Name", "姓名";
    report_name_hint => "Mei Chen, Spring Advisory", "陈梅，春晖咨询";
    report_contact => "Contact", "联系方式";
    report_contact_hint => "e-mail or telephone", "电子邮箱或电话";
    report_mark => "Logo (PNG, JPEG or SVG)", "标志（PNG、JPEG或SVG）";
    report_mark_hint => "path of the file", "文件路径";
    report_choose_mark => "Choose the logo…", "选择标志…";
    mark_unreadable => "The logo is not shown: its file cannot be read, or is no PNG, JPEG or SVG picture. Choose another one", "未显示标志：文件无法读取，或不是PNG、JPEG、SVG图片。请另选一个";
    mark_too_large => "The logo is not shown: its file or picture is too large. Choose one of at most 4 MB", "未显示标志：文件或图片过大。请选择不超过4 MB的文件";
    mark_letters => "The logo is not shown: its letters are text. Save the SVG with letters as outlines, or as PNG", "未显示标志：其中的字母是文本。请将SVG的文字转为轮廓，或另存为PNG";
    report_page_before => "Page before", "上一页";
    report_page_next => "Next page", "下一页";
    report_smaller => "Show smaller", "缩小";
    report_larger => "Show larger", "放大";
    report_fit_page => "Whole page", "整页";
    report_fit_width => "Width", "页宽";
    report_laying_out => "The pages are being laid out", "正在排版";
    report_nobody => "There is no firm to report on. Choose another one, or select firms in the portfolio", "没有可以报告的企业。请另选一家，或在组合中选择企业";
    report_export => "Export…", "导出…";
    report_export_open => "Export and open…", "导出并打开…";
    report_progress(done: usize, all: usize) => "{done} of {all} firms", "已完成{done}家，共{all}家";
    report_broken_off(files: usize) => "Cancelled. Files that were already whole were kept ({files})", "已取消。已写完的文件予以保留（{files}个）";
    reports_written(files: usize, place: &str) => "{files} files written to {place}", "已将{files}个文件写入{place}";
    report_unprintable(characters: &str) => "No bundled font has these characters, and 〓 stands for each: {characters}", "内置字体没有以下字符，均以〓代替：{characters}";
    report_open => "Open", "打开";
    report_show_folder => "Show in folder", "在文件夹中显示";
    not_shown(path: &str) => "{path} could not be opened: the system has no program for it, or no way to start it", "无法打开{path}：系统中没有相应的程序，或无法启动";
    path_report_title => "Export the report", "导出报告";
    path_reports_title => "A folder for the reports; files of the same names are replaced", "选择存放报告的文件夹（同名文件将被替换）";

    cli_no_enterprise(name: &str) => "No enterprise is called “{name}”", "没有名为“{name}”的企业";
    cli_no_round_called(name: &str) => "No enterprise asked for has a round called “{name}”", "所选企业没有名为“{name}”的轮次";
    usage_kind(found: &str) => "--kind is sheet, not “{found}”", "--kind应为“sheet”，而不是“{found}”";
    usage_size(found: &str) => "--size is a4, letter or wide, not “{found}”", "--size应为“a4”、“letter”或“wide”，而不是“{found}”";
    usage_report_language(found: &str) => "--lang of a report is en, zh or both, not “{found}”", "报告的--lang应为“en”、“zh”或“both”，而不是“{found}”";
    usage_all_or_one => "--all and --enterprise do not go together", "--all与--enterprise不能同时使用";
    usage_no_report_output => "report needs --out with the file to write, or with a folder for a file a firm", "“report”需要用--out指定要写入的文件，或存放各企业文件的文件夹";
    usage_report_ending(path: &str) => "{path} ends neither in .pdf, .png nor .svg, and is no folder that is there", "{path}的扩展名不是.pdf、.png或.svg，也不是已有的文件夹";
}

//! Words of the response form and of taking codes in.

messages! {
    form_title => "How ready are we?", "我们准备好了吗？";
    form_about(name: &str, round: &str) => "{name} · {round}", "{name} · {round}";
    form_intro => "Nothing you enter leaves this page. At the end you get a code to hand on. Leave out what you cannot judge", "您填写的内容不会离开本页。最后会得到一段可转交的代码。判断不了的可以不答";
    form_name => "Name or pseudonym", "姓名或化名";
    form_finish => "Make my code", "生成我的代码";
    form_done => "Your code", "您的代码";
    form_hand => "Send it to whoever leads the workshop, or download it as a file", "请发给研讨主持人，或下载为文件";
    form_code => "Response code", "回答代码";
    form_download => "Download as a file", "下载为文件";
    export_form => "Response form, 8 questions…", "导出问卷（8个问题）…";
    export_form_full => "Response form, all 32 questions…", "导出问卷（32个问题）…";
    path_form_title => "Write the response form", "写出问卷";
    import_codes => "Take in response codes…", "录入回答代码…";
    codes_title => "Take in response codes", "录入回答代码";
    codes_text => "One code to a line; many at once. Nothing is taken in before you say so", "每行一段代码，可一次粘贴多段。确认之前不会录入任何内容";
    codes_hint => "Paste here, RS1-…", "粘贴到这里，RS1-…";
    codes_foreign => "Also take codes made from another workbook, into the round on screen", "也录入由其他工作簿生成的代码，计入当前轮次";
    codes_take(count: usize) => "Take in {count}", "录入{count}份";
    codes_line(line: usize, what: &str) => "Line {line}: {what}", "第{line}行：{what}";
    codes_ok(name: &str, firm: &str, round: &str, count: usize) => "{name} for {firm}, {round}: {count} of 8 answered", "{name}，{firm}，{round}：已答8项中的{count}项";
    codes_damaged => "a character is wrong, missing or too many", "有字符错误、缺失或多余";
    codes_newer => "made by a newer program", "由更新版本的程序生成";
    codes_no_code => "not a response code", "不是回答代码";
    codes_other_workbook => "made from another workbook", "由其他工作簿生成";
    codes_gone => "its enterprise or round is no longer here", "其企业或轮次已不在此工作簿中";
    codes_twice => "the same code as on an earlier line", "与前面某行的代码相同";
    codes_conflict => "Somebody of this name has answered already", "已有同名的人作答";
    codes_replace => "Replace", "替换";
    codes_both => "Keep both", "两者都保留";
    codes_skip => "Leave out", "不录入";
    codes_taken(count: usize) => "Taken in: {count}", "已录入{count}份";
    codes_anonymous => "without a name", "未署名";
}

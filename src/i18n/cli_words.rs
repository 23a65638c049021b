//! Words of the command line.

use crate::{i18n::Language, import::LeftOut};

messages! {
    cli_help => "Resonance: how ready is an enterprise for a new technology (the DANT-KIF model)

Usage:
  resonance [FILE]                    open the workbench, with a workbook or scores CSV
  resonance --demo                    open the workbench on the demo workbook
  resonance score FILE [--format json|table] [--weights W] [--target N] [--lang en|zh]
                                      print every round’s result
  resonance rank FILE [--format json|table] [--weights W] [--lang en|zh]
                                      print the enterprises by R, and how certain every rank is
  resonance check FILE [--lang en|zh] say whether a file is sound (exit 0) or not (exit 1)
  resonance convert FILE --out OTHER  write a workbook (.resonance) as scores CSV (.csv) or back
  resonance report FILE --out PATH [--enterprise NAME|--all] [--round NAME] [--kind sheet|full|portfolio]
                   [--lang en|zh|both] [--size a4|letter] [--logo FILE]
                                      write reports as .pdf, .html, .md, .png or .svg; a folder gets a PDF a firm

FILE is a workbook or a scores CSV; the commands take --demo in its place.

Options:
  --lang en|zh        language of the window or of what is printed
  --json              the same as --format json
  --weights W         equal, or points: complexity=2,compatibility=1,… (a side has all four or none)
  --target N          R, 0 to 100, that the paths of --json lead to; else the next band
  --measure-startup   open, print the time to the first frame as first_frame_ms, and end
  -h, --help          print this
  -V, --version       print the version

Exit: 0 done, 1 failed (the sentence is on standard error), 2 wrong usage
", "Resonance：企业为新技术做好了多少准备（DANT-KIF模型）

用法：
  resonance [文件]                    打开工作台，可带工作簿或评分CSV
  resonance --demo                    打开工作台并载入演示工作簿
  resonance score 文件 [--format json|table] [--weights 权重] [--target N] [--lang en|zh]
                                      输出每一轮的结果
  resonance rank 文件 [--format json|table] [--weights 权重] [--lang en|zh]
                                      按R排列企业，并给出各名次的把握
  resonance check 文件 [--lang en|zh] 检查文件是否完好（退出码0或1）
  resonance convert 文件 --out 另一文件
                                      在工作簿（.resonance）与评分CSV（.csv）之间转换
  resonance report 文件 --out 路径 [--enterprise 名称|--all] [--round 名称] [--kind sheet|full|portfolio]
                   [--lang en|zh|both] [--size a4|letter] [--logo 文件]
                                      将报告写成.pdf、.html、.md、.png或.svg；路径是文件夹时，每家企业一个PDF

“文件”是工作簿或评分CSV；各命令也可用--demo代替文件。

选项：
  --lang en|zh        窗口或输出的语言
  --json              等同于--format json
  --weights 权重      equal（等权），或分数：complexity=2,compatibility=1,…（每侧四个因素须全部给出或都不给）
  --target N          --json中路径要达到的R（0至100），默认为下一档位
  --measure-startup   打开窗口，以first_frame_ms输出到第一帧的时间，然后结束
  -h, --help          输出本说明
  -V, --version       输出版本

退出码：0完成，1失败（原因见标准错误），2用法有误
";
    cli_usage(reason: &str) => "{reason}. See resonance --help", "{reason}。请参阅resonance --help";
    usage_unknown_option(option: &str) => "there is no option “{option}”", "没有“{option}”选项";
    usage_no_value(option: &str) => "“{option}” needs a value", "“{option}”后面需要给出值";
    usage_value_too_many(option: &str) => "“{option}” takes no value", "“{option}”不带值";
    usage_unexpected(word: &str) => "“{word}” belongs nowhere", "多出了“{word}”";
    usage_not_text(word: &str) => "“{word}” is not UTF-8 text", "“{word}”不是UTF-8文本";
    usage_format(found: &str) => "--format is json or table, not “{found}”", "--format应为“json”或“table”，而不是“{found}”";
    usage_language(found: &str) => "--lang is en or zh, not “{found}”", "--lang应为“en”或“zh”，而不是“{found}”";
    usage_target(found: &str) => "--target is an R from 0 to 100, not “{found}”", "--target应为0至100的R，而不是“{found}”";
    usage_target_of_table => "--target belongs to --json, which has the paths", "--target须与--json一起使用，路径只在其中输出";
    usage_weights(fault: &str) => "--weights: {fault}", "--weights有误：{fault}";
    usage_no_output => "convert needs --out and a file", "“convert”需要用--out指定文件";
    usage_ending(path: &str) => "{path} ends in neither .resonance nor .csv, and the ending says what to write", "{path}的扩展名既不是.resonance也不是.csv，而写成什么由扩展名决定";
    usage_not_taken(command: &str) => "{command} does not take that option", "“{command}”不接受所给的选项";
    usage_no_file(command: &str) => "{command} needs a file", "“{command}”需要一个文件";
    usage_one_file(command: &str) => "{command} takes one file", "“{command}”只接受一个文件";
    usage_no_command => "--format, --out, --weights and --target belong to a command", "--format、--out、--weights和--target须与命令一起使用";
    usage_window_one_file => "the window opens one file", "窗口只能打开一个文件";
    usage_no_points(part: &str) => "“{part}” is neither equal nor a factor with its points, like complexity=2", "“{part}”既不是“equal”，也不是因素及其分数（如“complexity=2”）";
    usage_no_factor(found: &str, known: &str) => "“{found}” is no factor; there are {known}", "“{found}”不是因素代码，因素代码有{known}";
    usage_no_number(factor: &str, points: &str) => "the points of {factor} are “{points}”, not a number", "“{factor}”的分数“{points}”不是数";
    usage_twice(factor: &str) => "{factor} is there twice", "“{factor}”重复出现";
    usage_forgotten(factors: &str) => "points for {factors} are missing; a side has all four or none", "缺少{factors}的分数；每侧四个因素须全部给出或都不给";
    cli_not_printed(reason: &str) => "The output cannot be written: {reason}", "无法写出结果：{reason}";
    cli_enterprise => "enterprise", "企业";
    cli_round => "round", "轮次";
    cli_band => "band", "档位";
    cli_lead => "lead", "领先方";
    cli_missing => "missing", "缺少";
    cli_table_end(rounds: usize, incomplete: usize) => "Rounds: {rounds}, incomplete: {incomplete}. R 0-100; S, D, K 0-1", "共{rounds}轮，{incomplete}轮不完整。R为0至100；S、D、K为0至1";
    cli_rank => "rank", "名次";
    cli_share => "at this rank", "居此名次";
    cli_likely => "likely", "可能名次";
    cli_first => "first", "居首";
    cli_no_round => "no round yet", "尚无轮次";
    cli_side_empty => "no factor of a side applies", "有一侧没有适用的因素";
    cli_weights_given => "those of the command line", "命令行指定";
    cli_rank_end(ranked: usize, unranked: usize) => "Ranked: {ranked}, without a rank: {unranked}. R 0-100, each enterprise by its latest round", "有名次：{ranked}，无名次：{unranked}。R为0至100，各企业取最近一轮";
    cli_rank_draws(draws: u32, margin: &str) => "At this rank, first: how often, if weights were drawn at random ({draws} draws, right within {margin} percentage points); likely: the ranks of 90 % of the draws", "“居此名次”和“居首”：随机抽取权重时出现的比例（抽取{draws}次，误差{margin}个百分点以内）；“可能名次”：90%抽取所在的名次";
    cli_sound(enterprises: usize, rounds: usize, responses: usize) => "sound: enterprises {enterprises}, rounds {rounds}, responses {responses}", "文件完好：{enterprises}家企业，{rounds}轮，{responses}份作答";
    cli_same_file(path: &str) => "{path} is the file to be converted. Name another one after --out", "{path}就是要转换的文件。请在--out后指定另一个文件";
    cli_left_out(what: &str) => "A scores CSV has no room for {what}. Keep the workbook", "评分CSV无法容纳{what}。请保留工作簿";
    cli_left_out_changes(what: &str) => "A scores CSV has no room for {what}, so results computed from it may differ. Keep the workbook", "评分CSV无法容纳{what}，由它算出的结果可能不同。请保留工作簿";
    cli_hidden => "hidden while the room scores", "评分阶段，暂不显示";
    cli_left_hidden(count: usize) => "rounds that are being scored, hidden until they are revealed ({count})", "正在评分、尚未揭示的轮次（{count}个）";
    cli_left_hands(count: usize) => "{count} factors with hands counted in the room", "{count}个因素的举手统计";
    cli_left_plans(count: usize) => "{count} steps, targets and what-ifs", "{count}项步骤、目标和假设情景";
    cli_left_agreed(count: usize) => "agreed scores ({count})", "商定分（{count}个）";
    cli_left_details(count: usize) => "notes, confidences and indicator answers of factors ({count})", "因素的备注、把握程度和指标答案（{count}条）";
    cli_left_empty(count: usize) => "enterprises, rounds and people without responses ({count})", "没有作答的企业、轮次和人员（{count}个）";
    cli_left_descriptions(count: usize) => "sizes, technologies, roles, dates and the note of the workbook ({count})", "规模、技术、职务、日期和工作簿备注（{count}项）";
    cli_left_settings(count: usize) => "the median and weights of the factors ({count})", "中位数设置和因素权重（{count}项）";
    cli_written(path: &str) => "written: {path}", "已写入：{path}";
    no_display => "There is no display to open a window on. The commands resonance score, rank, check, convert and report work without one; see resonance --help", "没有可以打开窗口的显示环境。resonance score、rank、check、convert和report命令无需显示即可使用；请参阅resonance --help";
    no_library(library: &str, package: &str) => "The system library {library} is missing. On Debian or Ubuntu: sudo apt-get install {package}", "缺少系统库{library}。在Debian或Ubuntu上请运行：sudo apt-get install {package}";
    no_renderer(said: &str) => "No window could be opened, neither with Vulkan nor with OpenGL{said}. On Debian or Ubuntu: sudo apt-get install libgl1 libegl1 libgl1-mesa-dri mesa-vulkan-drivers", "无法打开窗口，Vulkan和OpenGL均不可用{said}。在Debian或Ubuntu上请运行：sudo apt-get install libgl1 libegl1 libgl1-mesa-dri mesa-vulkan-drivers";
}

impl Language {
    /// What was left out of a scores CSV; `None` where nothing was.
    #[must_use]
    pub fn left_out(self, left_out: &LeftOut) -> Option<String> {
        let counts = [
            (left_out.hidden, self.cli_left_hidden(left_out.hidden)),
            (left_out.agreed, self.cli_left_agreed(left_out.agreed)),
            (left_out.hands, self.cli_left_hands(left_out.hands)),
            (left_out.settings, self.cli_left_settings(left_out.settings)),
            (left_out.details, self.cli_left_details(left_out.details)),
            (left_out.plans, self.cli_left_plans(left_out.plans)),
            (left_out.empty, self.cli_left_empty(left_out.empty)),
            (
                left_out.descriptions,
                self.cli_left_descriptions(left_out.descriptions),
            ),
        ];
        let parts: Vec<String> = counts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(_, text)| text)
            .collect();
        let what = match self {
            Self::English => parts.join("; "),
            Self::Chinese => parts.join("；"),
        };
        if parts.is_empty() {
            None
        } else if left_out.agreed + left_out.hands + left_out.settings + left_out.hidden > 0 {
            Some(self.cli_left_out_changes(&what))
        } else {
            Some(self.cli_left_out(&what))
        }
    }
}

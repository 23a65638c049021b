//! Words of the command line.

use crate::{i18n::Language, import::LeftOut};

messages! {
    cli_help => "Resonance: how ready is an enterprise for a new technology (the DANT-KIF model)

Usage:
  resonance [FILE]                    open the workbench, with a workbook or scores CSV
  resonance --demo                    open the workbench on the demo workbook
  resonance score FILE [--format json|table] [--lang en|zh]
                                      print every round’s result
  resonance check FILE [--lang en|zh] say whether a file is sound (exit 0) or not (exit 1)
  resonance convert FILE --out OTHER  write a workbook (.resonance) as scores CSV (.csv) or back

FILE is a workbook or a scores CSV; the commands take --demo in its place.

Options:
  --lang en|zh        language of the window or of what is printed
  --measure-startup   open, print the time to the first frame as first_frame_ms, and end
  -h, --help          print this
  -V, --version       print the version

Exit: 0 done, 1 failed (the sentence is on standard error), 2 wrong usage
", "Resonance：企业为新技术做好了多少准备（DANT-KIF模型）

用法：
  resonance [文件]                    打开工作台，可带工作簿或评分CSV
  resonance --demo                    打开工作台并载入演示工作簿
  resonance score 文件 [--format json|table] [--lang en|zh]
                                      输出每一轮的结果
  resonance check 文件 [--lang en|zh] 检查文件是否完好（退出码0或1）
  resonance convert 文件 --out 另一文件
                                      在工作簿（.resonance）与评分CSV（.csv）之间转换

“文件”是工作簿或评分CSV；各命令也可用--demo代替文件。

选项：
  --lang en|zh        窗口或输出的语言
  --measure-startup   打开窗口，以first_frame_ms输出到第一帧的时间，然后结束
  -h, --help          输出本说明
  -V, --version       输出版本

退出码：0完成，1失败（原因见标准错误），2用法有误
";
    cli_usage(reason: &str) => "{reason}. See resonance --help", "{reason}。请参阅resonance --help";
    cli_enterprise => "enterprise", "企业";
    cli_round => "round", "轮次";
    cli_band => "band", "档位";
    cli_lead => "lead", "领先方";
    cli_missing => "missing", "缺少";
    cli_table_end(rounds: usize, incomplete: usize) => "Rounds: {rounds}, incomplete: {incomplete}. R 0-100; S, D, K 0-1", "共{rounds}轮，{incomplete}轮不完整。R为0至100；S、D、K为0至1";
    cli_sound(enterprises: usize, rounds: usize, responses: usize) => "sound: enterprises {enterprises}, rounds {rounds}, responses {responses}", "文件完好：{enterprises}家企业，{rounds}轮，{responses}份作答";
    cli_same_file(path: &str) => "{path} is the file to be converted. Name another one after --out", "{path}就是要转换的文件。请在--out后指定另一个文件";
    cli_left_out(what: &str) => "A scores CSV has no room for {what}. Keep the workbook", "评分CSV无法容纳{what}。请保留工作簿";
    cli_left_out_changes(what: &str) => "A scores CSV has no room for {what}, so results computed from it may differ. Keep the workbook", "评分CSV无法容纳{what}，由它算出的结果可能不同。请保留工作簿";
    cli_hidden => "hidden while the room scores", "评分阶段，暂不显示";
    cli_left_hidden(count: usize) => "rounds that are being scored, hidden until they are revealed ({count})", "正在评分、尚未揭示的轮次（{count}个）";
    cli_left_agreed(count: usize) => "agreed scores ({count})", "商定分（{count}个）";
    cli_left_details(count: usize) => "notes, confidences and indicator answers of factors ({count})", "因素的备注、把握程度和指标答案（{count}条）";
    cli_left_empty(count: usize) => "enterprises, rounds and people without responses ({count})", "没有作答的企业、轮次和人员（{count}个）";
    cli_left_descriptions(count: usize) => "sizes, technologies, roles, dates and the note of the workbook ({count})", "规模、技术、职务、日期和工作簿备注（{count}项）";
    cli_left_settings(count: usize) => "the median and weights of the factors ({count})", "中位数设置和因素权重（{count}项）";
    cli_written(path: &str) => "written: {path}", "已写入：{path}";
    no_display => "There is no display to open a window on. The commands resonance score, check and convert work without one; see resonance --help", "没有可以打开窗口的显示环境。resonance score、check和convert命令无需显示即可使用；请参阅resonance --help";
    no_library(library: &str, package: &str) => "The system library {library} is missing. On Debian or Ubuntu: sudo apt-get install {package}", "缺少系统库{library}。在Debian或Ubuntu上请运行：sudo apt-get install {package}";
    no_renderer(reason: &str) => "No window could be opened, neither with Vulkan nor with OpenGL ({reason}). On Debian or Ubuntu: sudo apt-get install libgl1 libegl1 libgl1-mesa-dri mesa-vulkan-drivers", "无法打开窗口，Vulkan和OpenGL均不可用（{reason}）。在Debian或Ubuntu上请运行：sudo apt-get install libgl1 libegl1 libgl1-mesa-dri mesa-vulkan-drivers";
}

impl Language {
    /// What was left out of a scores CSV; `None` where nothing was.
    #[must_use]
    pub fn left_out(self, left_out: &LeftOut) -> Option<String> {
        let counts = [
            (left_out.hidden, self.cli_left_hidden(left_out.hidden)),
            (left_out.agreed, self.cli_left_agreed(left_out.agreed)),
            (left_out.settings, self.cli_left_settings(left_out.settings)),
            (left_out.details, self.cli_left_details(left_out.details)),
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
        } else if left_out.agreed + left_out.settings + left_out.hidden > 0 {
            Some(self.cli_left_out_changes(&what))
        } else {
            Some(self.cli_left_out(&what))
        }
    }
}

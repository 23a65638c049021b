//! Words of presenting.

messages! {
    present_menu => "Present", "演示";
    present_place(at: usize, all: usize) => "{at} of {all}", "第{at}家，共{all}家";
    present_next => "Next", "下一家";
    present_back => "Back", "上一家";
    present_end => "End presenting", "结束演示";
    present_keys => "← → turn, Esc ends", "← → 翻页，Esc结束";
}

//! Words of what is taken out of the window: pictures of charts, reports.

messages! {
    chart_take => "Copy or save this picture", "复制或保存此图";
    copy_picture => "Copy picture", "复制图片";
    copy_as_text => "Copy as text", "复制为文字";
    save_picture => "Save picture…", "保存图片…";
    picture_copied => "Picture copied", "图片已复制";
    picture_not_drawn => "The picture could not be drawn. Make the window smaller and try again, or copy it as text", "无法绘制图片。请缩小窗口后重试，或复制为文字";
    path_picture_title => "Save the picture", "保存图片";
}

//! Pictures of pixels: an SVG as PNG, and the facilitator's mark.

use std::{fmt, sync::Arc};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{ImageHrefResolver, Options, Tree},
};

use super::tree::Logo;

/// The most bytes that a mark's file may have.
const MOST_BYTES: usize = 4 << 20;
/// The most pixels of a picture that is read or written.
const MOST_PIXELS: u64 = 64 << 20;
/// The longest side of a mark as it is kept, in pixels; enough for print at its largest size.
const LONGEST_SIDE: f32 = 1_000.0;
/// What an SVG may repeat of itself: nested, this would grow without end.
const MOST_USES: usize = 16;

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// The bytes are no PNG, JPEG or SVG, or a broken one.
    #[error("no readable picture")]
    Unreadable,
    /// The file or the picture is too large.
    #[error("the picture is too large")]
    TooLarge,
    /// An SVG whose letters are text: they would not be seen.
    #[error("the picture holds letters as text")]
    Letters,
}

/// A PNG of an SVG of ours with outlined letters, so many pixels a unit.
///
/// # Errors
/// When there is nothing to see at that scale, or far too much.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, PictureError> {
    let pixmap = rendered(svg.as_bytes(), |width, height| {
        (width * scale, height * scale)
    })?;
    pixmap.encode_png().map_err(|_| PictureError::TooLarge)
}

/// A picture in pixels.
#[derive(Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Rows from the top, four bytes a pixel: red, green, blue, alpha (not premultiplied).
    pub rgba: Vec<u8>,
}

impl fmt::Debug for Pixels {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Pixels({} by {})", self.width, self.height)
    }
}

/// The pixels of an SVG of ours with outlined letters, so many a unit.
///
/// # Errors
/// When there is nothing to see at that scale, or far too much.
pub fn pixels(svg: &str, scale: f32) -> Result<Pixels, PictureError> {
    let pixmap = rendered(svg.as_bytes(), |width, height| {
        (width * scale, height * scale)
    })?;
    Ok(Pixels {
        width: pixmap.width(),
        height: pixmap.height(),
        rgba: straight(&pixmap),
    })
}

/// The bytes of a picture, not premultiplied.
fn straight(pixmap: &Pixmap) -> Vec<u8> {
    let pixels = pixmap.pixels().iter().flat_map(|pixel| {
        let pixel = pixel.demultiply();
        [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
    });
    pixels.collect()
}

/// The facilitator's mark from the bytes of a PNG, JPEG or SVG file.
///
/// # Errors
/// When it is no such picture, or too large.
pub fn logo(bytes: &[u8], alt: impl Into<String>) -> Result<Logo, PictureError> {
    if bytes.len() > MOST_BYTES {
        return Err(PictureError::TooLarge);
    }
    let wrapped = match raster(bytes) {
        Some((kind, width, height)) => {
            if u64::from(width) * u64::from(height) > MOST_PIXELS {
                return Err(PictureError::TooLarge);
            }
            let data = base64(bytes);
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
                 <image width=\"{width}\" height=\"{height}\" href=\"data:image/{kind};base64,{data}\"/></svg>"
            )
            .into_bytes()
        }
        None => {
            let text = String::from_utf8_lossy(bytes);
            if text.matches("<use").count() > MOST_USES {
                return Err(PictureError::TooLarge);
            }
            if text.contains("<text") {
                return Err(PictureError::Letters);
            }
            bytes.to_vec()
        }
    };
    let is_raster = raster(bytes).is_some();
    let pixmap = rendered(&wrapped, |width, height| {
        let scale = LONGEST_SIDE / width.max(height);
        // Pixels are made fewer, never more.
        let scale = if is_raster { scale.min(1.0) } else { scale };
        (width * scale, height * scale)
    })?;
    if pixmap.pixels().iter().all(|pixel| pixel.alpha() == 0) {
        return Err(PictureError::Unreadable);
    }
    Ok(Logo {
        width: pixmap.width(),
        height: pixmap.height(),
        rgba: Arc::from(straight(&pixmap)),
        alt: alt.into(),
    })
}

/// A mark as an address that holds it, for an SVG.
pub fn data_url(logo: &Logo) -> Option<String> {
    let mut pixmap = Pixmap::new(logo.width, logo.height)?;
    for (pixel, rgba) in pixmap
        .pixels_mut()
        .iter_mut()
        .zip(logo.rgba.chunks_exact(4))
    {
        let &[red, green, blue, alpha] = rgba else {
            continue;
        };
        *pixel = resvg::tiny_skia::ColorU8::from_rgba(red, green, blue, alpha).premultiply();
    }
    let png = pixmap.encode_png().ok()?;
    Some(format!("data:image/png;base64,{}", base64(&png)))
}

/// An SVG in pixels, of a size made of its own.
fn rendered(svg: &[u8], size: impl FnOnce(f32, f32) -> (f32, f32)) -> Result<Pixmap, PictureError> {
    let options = Options {
        // A picture brings all that it shows; it opens no file.
        image_href_resolver: ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_data(svg, &options).map_err(|_| PictureError::Unreadable)?;
    let own = tree.size();
    let (width, height) = size(own.width(), own.height());
    let (width, height) = (width.round().max(1.0), height.round().max(1.0));
    let pixels = f64::from(width) * f64::from(height);
    if !pixels.is_finite() || pixels > MOST_PIXELS as f64 {
        return Err(PictureError::TooLarge);
    }
    #[expect(clippy::cast_sign_loss, reason = "at least 1")]
    let pixels = (width as u32, height as u32);
    let mut pixmap = Pixmap::new(pixels.0, pixels.1).ok_or(PictureError::TooLarge)?;
    let scale = Transform::from_scale(width / own.width(), height / own.height());
    resvg::render(&tree, scale, &mut pixmap.as_mut());
    Ok(pixmap)
}

/// The kind and size in pixels of a PNG or JPEG by its head.
fn raster(bytes: &[u8]) -> Option<(&'static str, u32, u32)> {
    let two = |at: usize| {
        Some(u32::from(u16::from_be_bytes([
            *bytes.get(at)?,
            *bytes.get(at + 1)?,
        ])))
    };
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        let four = |at: usize| Some((two(at)? << 16) | two(at + 2)?);
        return Some(("png", four(16)?, four(20)?));
    }
    if !bytes.starts_with(&[0xff, 0xd8]) {
        return None;
    }
    let mut at = 2;
    // Segments until the one that begins a frame.
    while *bytes.get(at)? == 0xff {
        let kind = *bytes.get(at + 1)?;
        let frame = matches!(kind, 0xc0..=0xcf) && !matches!(kind, 0xc4 | 0xc8 | 0xcc);
        if frame {
            return Some(("jpeg", two(at + 7)?, two(at + 5)?));
        }
        let padded = kind == 0xff;
        at += if padded {
            1
        } else {
            2 + usize::try_from(two(at + 2)?).ok()?
        };
    }
    None
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |index: usize| u32::from(three.get(index).copied().unwrap_or_default());
        let bits = (byte(0) << 16) | (byte(1) << 8) | byte(2);
        for place in 0..4 {
            let letter = LETTERS[((bits >> (18 - 6 * place)) & 63) as usize];
            text.push(if place > three.len() {
                '='
            } else {
                char::from(letter)
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_pads_as_it_must() {
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn a_mark_is_read_from_an_svg_and_from_the_png_made_of_it() {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'>\
                   <rect width='20' height='20' fill='#ff0000'/></svg>";
        let mark = logo(svg.as_bytes(), "Mark").unwrap();
        assert_eq!((mark.width, mark.height), (1_000, 500));
        assert_eq!(mark.rgba[..4], [255, 0, 0, 255]);
        assert_eq!(mark.rgba[mark.rgba.len() - 4..], [0, 0, 0, 0]);
        let small = png(svg, 1.0).unwrap();
        let mark = logo(&small, "Mark").unwrap();
        assert_eq!((mark.width, mark.height), (40, 20));
        assert_eq!(mark.rgba[..4], [255, 0, 0, 255]);
    }

    #[test]
    fn what_is_no_picture_or_too_large_or_has_letters_is_refused() {
        let refused = |bytes: &[u8]| logo(bytes, "").unwrap_err();
        assert_eq!(refused(b""), PictureError::Unreadable);
        assert_eq!(refused(b"a letter to the bank"), PictureError::Unreadable);
        assert_eq!(
            refused(b"\x89PNG\r\n\x1a\n broken"),
            PictureError::Unreadable
        );
        assert_eq!(refused(&[0xff, 0xd8, 0xff, 0xe0]), PictureError::Unreadable);
        assert_eq!(refused(&vec![b' '; MOST_BYTES + 1]), PictureError::TooLarge);
        let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bomb.extend([0, 1, 0, 0, 0, 1, 0, 0]);
        assert_eq!(refused(&bomb), PictureError::TooLarge);
        let letters =
            b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>A</text></svg>";
        assert_eq!(refused(letters), PictureError::Letters);
        let outside = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\
            <image width='9' height='9' href='assets/icon/icon.png'/></svg>";
        assert_eq!(refused(outside), PictureError::Unreadable);
    }
}

//! Quantiles between order statistics.

/// Linear interpolation between order statistics (Hyndman and Fan 1996, type 7); `sorted` is not
/// empty, `share` within 0..=1.
#[expect(clippy::cast_sign_loss, reason = "a share of a length is not below 0")]
pub(super) fn quantile(sorted: &[f64], share: f64) -> f64 {
    let position = share * (sorted.len() - 1) as f64;
    let low = position.floor() as usize;
    let high = (low + 1).min(sorted.len() - 1);
    sorted[low] + (sorted[high] - sorted[low]) * (position - position.floor())
}

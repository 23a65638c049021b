//! How a version writes its records down: as tables, a row for each field or word.

/// Records with their fields in the order of the file. A field with `=` is left out where that
/// function says so, and stands for nothing, or for what `or` gives, where it is left out.
macro_rules! records {
    ($($(#[$doc:meta])* $name:ident {
        $($field:ident: $type:ty $(= $left_out:literal $(or $default:literal)?)?),+ $(,)?
    })+) => {$(
        $(#[$doc])*
        #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $(
                $(#[serde(default $(= $default)?, skip_serializing_if = $left_out)])?
                pub $field: $type,
            )+
        }
    )+};
}

/// Words that a field can hold, in the file with small letters.
macro_rules! words {
    ($($name:ident: $($word:ident),+;)+) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($word,)+
        }
    )+};
}

/// Records made of those of the version before: what they keep, the lists in which each record is
/// made of an older one, and what is new.
macro_rules! grown {
    ($($older:ident::$name:ident: keeps $($kept:ident)*, each $($list:ident)*,
        new $($new:ident: $value:expr),*;)+) => {$(
        impl From<super::$older::$name> for $name {
            fn from(older: super::$older::$name) -> Self {
                Self {
                    $($kept: older.$kept,)*
                    $($list: older.$list.into_iter().map(Into::into).collect(),)*
                    $($new: $value,)*
                }
            }
        }
    )+};
}

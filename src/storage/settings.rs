//! What the program remembers for this user. A damaged file falls back field by field.

use std::{
    fs,
    path::{Path, PathBuf},
};

use ron::Value;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use uuid::Uuid;

use super::{
    Disk, FacilitatorKept, ReportKept, SaveError, SaveStep, System, read_text,
    save::{not_saved, private_folder, private_text},
};
use crate::language::Language;

const FILE: &str = "settings.ron";
/// The largest settings that are read, in bytes.
const MAX_BYTES: u64 = 1024 * 1024;
const MOST_RECENT: usize = 10;
const MOST_GUIDED: usize = 50;

/// The user's settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// The chosen language; `None` until one was chosen.
    pub language: Option<Language>,
    /// The chosen theme.
    pub theme: ThemeChoice,
    /// Text size in percent, 80..=200.
    pub text_size_percent: u16,
    /// Radar or dots.
    pub picture: PictureChoice,
    /// What was chosen of the last report.
    pub report: ReportKept,
    /// Who hands reports out.
    pub facilitator: FacilitatorKept,
    /// Where guided paths were left, latest first.
    guided: Vec<GuidedPlace>,
    /// Files opened or saved, most recent first.
    recent: Vec<PathBuf>,
}

/// The theme as chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    HighContrast,
}

/// The picture shown beside the sliders and on Results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PictureChoice {
    /// One radar of eight axes.
    #[default]
    Radar,
    /// Two radars of four axes.
    Sides,
    /// The dot rows.
    Dots,
}

/// How many questions the guided path asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GuidedPath {
    /// One for each factor.
    #[default]
    Short,
    /// Every indicator of every factor.
    Full,
}

/// Where somebody paused in a workbook; kept among the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuidedPlace {
    /// The workbook.
    pub workbook: Uuid,
    /// The enterprise.
    pub enterprise: Uuid,
    /// Whose answers.
    pub person: Uuid,
    /// In which round.
    pub round: Uuid,
    /// Which path.
    pub path: GuidedPath,
    /// Which page.
    pub page: usize,
}

impl GuidedPlace {
    /// Whether two places are those of one person in one round of one workbook.
    #[must_use]
    pub fn is_at(&self, other: &Self) -> bool {
        (self.workbook, self.enterprise, self.person, self.round)
            == (other.workbook, other.enterprise, other.person, other.round)
    }
}

/// A file in the recent list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentFile {
    /// Where it is.
    pub path: PathBuf,
    /// Whether it was there when last looked for.
    pub exists: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: ThemeChoice::default(),
            text_size_percent: 100,
            picture: PictureChoice::default(),
            report: ReportKept::default(),
            facilitator: FacilitatorKept::default(),
            guided: Vec::new(),
            recent: Vec::new(),
        }
    }
}

impl Settings {
    /// Smallest and largest text size in percent.
    pub const TEXT_SIZES: std::ops::RangeInclusive<u16> = 80..=200;

    /// Reads the settings kept in a folder; what is missing or damaged is as at first start.
    #[must_use]
    pub fn load(folder: &Path) -> Self {
        let text = read_text(&folder.join(FILE), MAX_BYTES).unwrap_or_default();
        Self::parse(&text)
    }

    fn parse(text: &str) -> Self {
        let usual = Self::default();
        Self {
            language: field(text, "language").unwrap_or(usual.language),
            theme: field(text, "theme").unwrap_or(usual.theme),
            text_size_percent: field(text, "text_size_percent")
                .filter(|percent| Self::TEXT_SIZES.contains(percent))
                .unwrap_or(usual.text_size_percent),
            picture: field(text, "picture").unwrap_or(usual.picture),
            report: field(text, "report").unwrap_or_default(),
            facilitator: field(text, "facilitator").unwrap_or_default(),
            guided: field(text, "guided").unwrap_or_default(),
            recent: recent_field(text),
        }
    }

    /// Writes the settings into a folder, which is made where it is missing. Both are the user's alone: the
    /// recent files' names are nobody else's business.
    ///
    /// # Errors
    /// When the folder or file cannot be written.
    pub fn save(&self, folder: &Path) -> Result<(), SaveError> {
        self.save_with(&System, folder)
    }

    /// The same on a disk that a test makes fail.
    ///
    /// # Errors
    /// As for [`Self::save`]; the settings before are untouched then.
    pub fn save_with(&self, disk: &dyn Disk, folder: &Path) -> Result<(), SaveError> {
        let path = folder.join(FILE);
        private_folder(folder).map_err(|error| not_saved(&path, SaveStep::Create, &error))?;
        let unwritable = |error: ron::Error| SaveError::Unwritable {
            reason: error.to_string(),
        };
        // A path that is no text cannot stand in one; the others need not suffer for it.
        let writable: Vec<&str> = self
            .recent
            .iter()
            .filter_map(|path| path.to_str())
            .collect();
        // One field to a line, so that a damaged one does not take the others with it.
        let mut text = String::new();
        for (name, value) in [
            ("language", ron::to_string(&self.language)),
            ("theme", ron::to_string(&self.theme)),
            ("text_size_percent", ron::to_string(&self.text_size_percent)),
            ("picture", ron::to_string(&self.picture)),
            ("report", ron::to_string(&self.report)),
            ("facilitator", ron::to_string(&self.facilitator)),
            ("guided", ron::to_string(&self.guided)),
            ("recent", ron::to_string(&writable)),
        ] {
            let value = value.map_err(unwritable)?;
            text += name;
            text += ": ";
            text += &value;
            text.push('\n');
        }
        private_text(disk, &path, &text).map(drop)
    }

    /// Where the guided path of somebody in a round was left.
    #[must_use]
    pub fn guided(&self, place: &GuidedPlace) -> Option<GuidedPlace> {
        let found = self.guided.iter().find(|other| other.is_at(place));
        found.copied()
    }

    /// Remembers where a guided path is left.
    pub fn remember_guided(&mut self, place: GuidedPlace) {
        self.guided.retain(|other| !other.is_at(&place));
        self.guided.insert(0, place);
        self.guided.truncate(MOST_GUIDED);
    }

    /// Puts a file first in the recent list.
    pub fn remember(&mut self, path: &Path) {
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        self.forget(&path);
        self.recent.insert(0, path);
        self.recent.truncate(MOST_RECENT);
    }

    /// Takes a file out of the recent list.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|other| other != path);
    }

    /// The recent files, looked for now.
    #[must_use]
    pub fn recent_files(&self) -> Vec<RecentFile> {
        self.recent
            .iter()
            .map(|path| RecentFile {
                path: path.clone(),
                exists: path.is_file(),
            })
            .collect()
    }
}

/// The recent files, whichever of them are paths.
fn recent_field(text: &str) -> Vec<PathBuf> {
    let Some(Value::Seq(values)) = field(text, "recent") else {
        return Vec::new();
    };
    values
        .into_iter()
        .filter_map(|value| value.into_rust::<PathBuf>().ok())
        .take(MOST_RECENT)
        .collect()
}

/// The value of one field; `None` where it is missing or not what it should be.
fn field<T: DeserializeOwned>(text: &str, name: &str) -> Option<T> {
    let value = text
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    // A value that does not even parse must not reach the typed parser's partial state.
    ron::from_str::<Value>(value).ok()?;
    ron::from_str(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_they_were() {
        let folder = tempfile::tempdir().unwrap();
        let mut settings = Settings {
            language: Some(Language::Chinese),
            theme: ThemeChoice::HighContrast,
            text_size_percent: 150,
            picture: PictureChoice::Dots,
            report: ReportKept {
                languages: "both".into(),
                ..ReportKept::default()
            },
            facilitator: FacilitatorKept {
                name: "Mei \"M\" 李\n".into(),
                ..FacilitatorKept::default()
            },
            ..Settings::default()
        };
        settings.remember(&folder.path().join("春季.resonance"));
        settings.save(folder.path()).unwrap();
        assert_eq!(Settings::load(folder.path()), settings);
    }

    #[test]
    fn a_damaged_field_does_not_take_the_others_with_it() {
        let text = "language: Some(en)\ntheme: plaid\ntext_size_percent: 9000\npicture: dots\nrec";
        let settings = Settings::parse(text);
        assert_eq!(settings.language, Some(Language::English));
        assert_eq!(settings.theme, ThemeChoice::System);
        assert_eq!(settings.text_size_percent, 100);
        assert_eq!(settings.picture, PictureChoice::Dots);
        assert!(settings.recent_files().is_empty());
        assert_eq!(Settings::parse("\0\0"), Settings::default());
    }

    #[test]
    fn recent_files_are_ten_at_most_newest_first_each_once() {
        let mut settings = Settings::parse("recent: [\"/a\", 7, \"/b\"]");
        assert_eq!(settings.recent, [PathBuf::from("/a"), "/b".into()]);
        for number in 0..12 {
            settings.remember(Path::new(&format!("/nowhere/{number}")));
        }
        settings.remember(Path::new("/nowhere/5"));
        assert_eq!(settings.recent.len(), MOST_RECENT);
        assert_eq!(settings.recent[0], PathBuf::from("/nowhere/5"));
        assert_eq!(settings.recent[1], PathBuf::from("/nowhere/11"));
        assert!(settings.recent_files().iter().all(|file| !file.exists));
    }

    #[cfg(unix)]
    #[test]
    fn a_path_that_is_no_text_does_not_cost_the_settings() {
        use std::os::unix::ffi::OsStrExt;
        let folder = tempfile::tempdir().unwrap();
        let mut settings = Settings {
            text_size_percent: 120,
            ..Settings::default()
        };
        settings.remember(Path::new("/fine"));
        settings.remember(Path::new(std::ffi::OsStr::from_bytes(b"/bad\xff")));
        settings.save(folder.path()).unwrap();
        let loaded = Settings::load(folder.path());
        assert_eq!(loaded.text_size_percent, 120);
        assert_eq!(loaded.recent, [PathBuf::from("/fine")]);
    }
}

//! The templates in force: the built-in ones, and over them the files of the office's own folder.
//!
//! The folder lies beside the register (`assets/letters`). A file there takes the place of the built-in template of its
//! id, or adds one. A broken file takes no place: what stood there before stays in force.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use rust_embed::RustEmbed;

use super::deliver::DeliverError;
use super::template::{Fit, Kind, LARGEST_FILE, Matter, Template, TemplateError};
use crate::files;
use crate::i18n::Words;
use crate::say;

/// Extension of template files.
const EXTENSION: &str = "j2";

#[derive(RustEmbed)]
#[folder = "assets/letters/"]
struct BuiltIn;

/// Where a template comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It is part of the program.
    BuiltIn,
    /// It is a file of the office's own folder, by its name there.
    Own(String),
}

/// A template in force, where it comes from, and its file's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelved {
    /// The template.
    pub template: Template,
    /// Where it comes from.
    pub origin: Origin,
    /// The whole file.
    pub source: String,
}

/// All templates in force, ordered by id.
#[derive(Debug, Clone, Default)]
pub struct Library {
    templates: BTreeMap<String, Shelved>,
}

/// A file that could not be used; the template it would have replaced, if any, stays in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Name of the file: without its folder where it lies in the office's own.
    pub file: String,
    /// What is wrong with it.
    pub error: TemplateError,
}

impl Broken {
    /// The fault in words: the file, the line, what is wrong.
    #[must_use]
    pub fn words(&self, words: &Words) -> String {
        say!(words, "template-broken", file = self.file.as_str(), why = self.error.words(words))
    }
}

/// What became of a template that was put into the office's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put {
    /// Its id.
    pub id: String,
    /// The file it lies in.
    pub path: PathBuf,
}

/// What becomes of a file of the office's own that stands where a template is to lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// It stays, and no template is put.
    Stays,
    /// The template takes its place; it is kept beside, its name ending in `.bak`.
    KeptAside,
}

/// Why templates were not put into the office's folder; nothing there was changed.
#[derive(Debug)]
pub enum PutError {
    /// These files are no templates.
    Broken(Vec<Broken>),
    /// The office's own files stand where these templates were to lie.
    Taken(Vec<Put>),
    /// The disk refused.
    Disk(DeliverError),
}

impl Library {
    /// The built-in templates, overridden and added to by the `*.j2` files of `folder`, and what
    /// is wrong with any of them. A folder that is not there holds nothing.
    #[must_use]
    pub fn load(folder: Option<&Path>) -> (Self, Vec<Broken>) {
        let mut library = Self::built_in();
        let mut broken = Vec::new();
        match folder.map(template_files) {
            Some(Ok(files)) => library.add(files, |file| Origin::Own(file.to_owned()), &mut broken),
            Some(Err(error)) if error.kind() != io::ErrorKind::NotFound => {
                let file = folder.map(|path| path.display().to_string()).unwrap_or_default();
                broken.push(Broken { file, error: unreadable(&error) });
            }
            Some(Err(_)) | None => {}
        }
        (library, broken)
    }

    /// The built-in templates alone.
    #[must_use]
    pub fn built_in() -> Self {
        let mut library = Self::default();
        let files = BuiltIn::iter().filter(|name| is_template(Path::new(name.as_ref()))).map(|name| {
            let bytes = BuiltIn::get(&name).map(|file| file.data.into_owned());
            (name.into_owned(), bytes.ok_or_else(|| io::ErrorKind::NotFound.into()))
        });
        // A test holds that each of them is sound.
        library.add(files.collect(), |_| Origin::BuiltIn, &mut Vec::new());
        library
    }

    /// The template with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Template> {
        self.templates.get(id).map(|shelved| &shelved.template)
    }

    /// The template with this id, its origin and its file.
    #[must_use]
    pub fn shelved(&self, id: &str) -> Option<&Shelved> {
        self.templates.get(id)
    }

    /// Every template in force, by id.
    pub fn all(&self) -> impl Iterator<Item = &Shelved> {
        self.templates.values()
    }

    /// The templates of a kind for such an appeal: those for its topic first, then those for its group, then those for
    /// any. Where the topic is not known yet, all the others follow.
    #[must_use]
    pub fn offered(&self, kind: Kind, matter: Matter<'_>) -> Vec<&Template> {
        let of_kind = self.all().map(|shelved| &shelved.template).filter(|t| t.front.kind == kind);
        let fitting = of_kind.map(|template| (template.front.fit(matter), template));
        let mut offered: Vec<_> =
            fitting.filter(|(fit, _)| *fit != Fit::Other || matter.topic.is_none()).collect();
        offered.sort_by_key(|(fit, _)| *fit);
        offered.into_iter().map(|(_, template)| template).collect()
    }

    /// Adds files; within one call an id belongs to the first file that has it.
    fn add(
        &mut self,
        files: Vec<(String, io::Result<Vec<u8>>)>,
        origin: impl Fn(&str) -> Origin,
        broken: &mut Vec<Broken>,
    ) {
        let mut added = BTreeMap::new();
        for (file, bytes) in files {
            match bytes.map_err(|error| unreadable(&error)).and_then(read) {
                Ok((template, _)) if added.contains_key(&template.front.id) => {
                    let error = TemplateError::Duplicate { id: template.front.id };
                    broken.push(Broken { file, error });
                }
                Ok((template, source)) => {
                    let id = template.front.id.clone();
                    added.insert(id, Shelved { template, origin: origin(&file), source });
                }
                Err(error) => broken.push(Broken { file, error }),
            }
        }
        self.templates.append(&mut added);
    }
}

/// The templates of these files, and of the `*.j2` files right in these folders, each with the name it was found under.
///
/// # Errors
/// All that is wrong with any of them: a file that can't be read, is no template, or has the id of another of them.
pub fn gather(paths: &[PathBuf]) -> Result<Vec<(String, Shelved)>, Vec<Broken>> {
    let (mut sound, mut broken) = (Vec::<(String, Shelved)>::new(), Vec::new());
    let mut found = Vec::new();
    for path in paths {
        let name = path.display().to_string();
        match fs::metadata(path) {
            Ok(about) if about.is_file() => found.push((name, bytes_of(path))),
            // What is neither file nor folder might never end: `read_dir` refuses it.
            Ok(_) => match template_files(path) {
                Ok(files) => found.extend(
                    files.into_iter().map(|(file, bytes)| (path.join(file).display().to_string(), bytes)),
                ),
                Err(error) => broken.push(Broken { file: name, error: unreadable(&error) }),
            },
            Err(error) => broken.push(Broken { file: name, error: unreadable(&error) }),
        }
    }
    for (file, bytes) in found {
        match bytes.map_err(|error| unreadable(&error)).and_then(read) {
            Ok((template, _)) if sound.iter().any(|(_, own)| own.template.front.id == template.front.id) => {
                broken.push(Broken { file, error: TemplateError::Duplicate { id: template.front.id } });
            }
            Ok((template, source)) => {
                let origin = Origin::Own(file.clone());
                sound.push((file, Shelved { template, origin, source }));
            }
            Err(error) => broken.push(Broken { file, error }),
        }
    }
    if broken.is_empty() { Ok(sound) } else { Err(broken) }
}

/// Puts the templates of files and folders into the office's own folder. One that lies there already, byte for byte, is
/// put without a word.
///
/// # Errors
/// When any of them is broken, or a file stands in the way of any and is to stay: then none is put. When the disk refuses.
pub fn put(folder: &Path, paths: &[PathBuf], own: Own) -> Result<Vec<Put>, PutError> {
    let templates = gather(paths).map_err(PutError::Broken)?;
    put_all(folder, templates.iter().map(|(_, shelved)| shelved), own)
}

/// Puts a template into the office's folder, to be edited there.
///
/// # Errors
/// As [`put`].
pub fn put_one(folder: &Path, shelved: &Shelved, own: Own) -> Result<Put, PutError> {
    let put = put_all(folder, std::iter::once(shelved), own)?;
    put.into_iter().next().ok_or(PutError::Taken(Vec::new()))
}

fn put_all<'a>(
    folder: &Path,
    templates: impl Iterator<Item = &'a Shelved>,
    own: Own,
) -> Result<Vec<Put>, PutError> {
    let disk = |path: &Path, error| PutError::Disk(DeliverError::File { path: path.to_owned(), error });
    files::make_folder(folder).map_err(|error| disk(folder, error))?;
    let held = held(folder).map_err(|error| disk(folder, error))?;
    let places: Vec<_> = templates.map(|shelved| (shelved, Place::of(folder, &held, shelved))).collect();
    let taken = places.iter().filter(|(_, place)| place.is == Is::Taken);
    let taken: Vec<_> = taken.map(|(shelved, place)| place.put(shelved)).collect();
    if own == Own::Stays && !taken.is_empty() {
        return Err(PutError::Taken(taken));
    }
    places
        .into_iter()
        .map(|(shelved, place)| {
            place.fill(shelved).map_err(|error| disk(&place.path, error))?;
            Ok(place.put(shelved))
        })
        .collect()
}

/// Where a template is to lie in the office's folder.
struct Place {
    path: PathBuf,
    is: Is,
}

/// What a place holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Is {
    Free,
    /// The very template.
    Same,
    /// Something else: the office's own work, sound or broken.
    Taken,
}

impl Place {
    /// The file with the template's id, else the file that is named by the id.
    fn of(folder: &Path, held: &[(String, Option<Shelved>)], shelved: &Shelved) -> Self {
        let id = shelved.template.front.id.as_str();
        let of_id = held.iter().find_map(|(file, held)| {
            let held = held.as_ref().filter(|held| held.template.front.id == id)?;
            Some((file, held.source == shelved.source))
        });
        if let Some((file, is_same)) = of_id {
            return Self { path: folder.join(file), is: if is_same { Is::Same } else { Is::Taken } };
        }
        // The file of another template goes on being that one's.
        let of_another = |name: &String| held.iter().any(|(file, held)| file == name && held.is_some());
        let more = (2..).map(|count: u32| format!("{id}-{count}.{EXTENSION}"));
        let mut names = std::iter::once(format!("{id}.{EXTENSION}")).chain(more);
        let path = folder.join(names.find(|name| !of_another(name)).unwrap_or_default());
        // Broken, unreadable, no file at all: whatever has the name is somebody's work on this template.
        let is = if fs::symlink_metadata(&path).is_ok() { Is::Taken } else { Is::Free };
        Self { path, is }
    }

    fn put(&self, shelved: &Shelved) -> Put {
        Put { id: shelved.template.front.id.clone(), path: self.path.clone() }
    }

    /// What was there is kept beside, under a name that is no template's.
    fn fill(&self, shelved: &Shelved) -> io::Result<()> {
        let bytes = shelved.source.as_bytes();
        match self.is {
            Is::Same => Ok(()),
            Is::Free => files::write_new(&self.path, bytes),
            Is::Taken => {
                fs::copy(&self.path, files::free_name(&self.path, "bak"))?;
                files::write(&self.path, bytes)
            }
        }
    }
}

/// The template files of a folder, each with its template where it is sound.
fn held(folder: &Path) -> io::Result<Vec<(String, Option<Shelved>)>> {
    let shelved = |file: &str, bytes: io::Result<Vec<u8>>| {
        let (template, source) = read(bytes.ok()?).ok()?;
        Some(Shelved { template, origin: Origin::Own(file.to_owned()), source })
    };
    Ok(template_files(folder)?
        .into_iter()
        .map(|(file, bytes)| {
            let shelved = shelved(&file, bytes);
            (file, shelved)
        })
        .collect())
}

fn unreadable(error: &io::Error) -> TemplateError {
    TemplateError::Unreadable { kind: error.kind() }
}

/// A template and its text out of a file's bytes.
fn read(bytes: Vec<u8>) -> Result<(Template, String), TemplateError> {
    let text = String::from_utf8(bytes)
        .map_err(|error| TemplateError::NotText { at: error.utf8_error().valid_up_to() })?;
    Ok((Template::parse(&text)?, text))
}

fn is_template(path: &Path) -> bool {
    path.extension().and_then(OsStr::to_str) == Some(EXTENSION)
}

/// What a file holds, but never more than a template may hold and one byte.
fn bytes_of(path: &Path) -> io::Result<Vec<u8>> {
    let most = u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The template files right in `folder`, by name: plain files only, no links out of it.
fn template_files(folder: &Path) -> io::Result<Vec<(String, io::Result<Vec<u8>>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if is_template(&path) && entry.file_type()?.is_file() {
            files.push((entry.file_name().to_string_lossy().into_owned(), bytes_of(&path)));
        }
    }
    files.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(files)
}

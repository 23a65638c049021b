//! The floor plan: a file imports only from floors below its own, and no files import one another in a
//! circle. Re-exports are looked through: what counts is the file where a thing is.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use syn::{Item, UseTree, Visibility, visit::Visit};

/// The floors from the ground up, as in the crate docs; those on one line know nothing of each other.
const FLOORS: [&[&str]; 15] = [
    &["language"],
    &["model"],
    &["analysis", "chart", "edit"],
    &["knowledge"],
    &["storage"],
    &["import"],
    &["i18n"],
    &["wording"],
    &["export", "theme"],
    &["report"],
    &["state"],
    &["ui"],
    &["window"],
    &["cli"],
    &["lib"],
];

/// The path of a module, without the crate.
type Module = Vec<String>;

/// The files of the crate by the module that each is.
struct House(BTreeMap<Module, File>);

/// What a file lets through, by name, and all paths in it.
#[derive(Default)]
struct File {
    exports: BTreeMap<String, Module>,
    paths: Vec<Module>,
}

/// Collects the paths of a file that lead into the crate; unit tests do not count.
struct Paths {
    module: Module,
    /// How many modules inside the file one is in.
    depth: usize,
    found: Vec<Module>,
}

impl<'a> Visit<'a> for Paths {
    fn visit_item_mod(&mut self, item: &'a syn::ItemMod) {
        let test = item.attrs.iter().any(|one| one.path().is_ident("cfg"));
        if !test && item.content.is_some() {
            self.depth += 1;
            syn::visit::visit_item_mod(self, item);
            self.depth -= 1;
        }
    }

    fn visit_item_use(&mut self, item: &'a syn::ItemUse) {
        for (_, path) in uses(&item.tree) {
            self.find(&path);
        }
    }

    /// Who may see something is no import.
    fn visit_visibility(&mut self, _: &'a Visibility) {}

    fn visit_path(&mut self, path: &'a syn::Path) {
        let names: Vec<String> = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string())
            .collect();
        // A path without such a beginning may lead into a module below.
        if names.len() > 1 {
            self.find(&names);
        }
        syn::visit::visit_path(self, path);
    }
}

impl Paths {
    fn find(&mut self, names: &[String]) {
        let supers = names.iter().take_while(|name| *name == "super").count();
        // From a module inside the file it leads to the file itself.
        if supers == 0 || supers > self.depth {
            let names = &names[supers.min(self.depth)..];
            self.found.push(absolute(names, &self.module));
        }
    }
}

fn absolute(names: &[String], module: &Module) -> Module {
    let mut at = module.clone();
    let rest = match names[0].as_str() {
        "crate" => {
            at.clear();
            &names[1..]
        }
        "self" => &names[1..],
        _ => {
            let supers = names.iter().take_while(|name| *name == "super").count();
            at.truncate(at.len().saturating_sub(supers));
            &names[supers..]
        }
    };
    at.extend(rest.iter().cloned());
    at
}

/// The names that a tree brings in, each with its path.
fn uses(tree: &UseTree) -> Vec<(String, Module)> {
    fn walk(tree: &UseTree, before: &[String], found: &mut Vec<(String, Module)>) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => walk(&path.tree, &with(&path.ident), found),
            UseTree::Name(name) if name.ident == "self" => {
                found.push((before.last().cloned().unwrap_or_default(), before.to_vec()));
            }
            UseTree::Name(name) => found.push((name.ident.to_string(), with(&name.ident))),
            UseTree::Rename(rename) => {
                found.push((rename.rename.to_string(), with(&rename.ident)));
            }
            UseTree::Glob(_) => found.push(("*".to_owned(), before.to_vec())),
            UseTree::Group(group) => group.items.iter().for_each(|one| walk(one, before, found)),
        }
    }
    let mut found = Vec::new();
    walk(tree, &[], &mut found);
    found
}

impl House {
    fn read(source: &Path) -> Self {
        let mut files = BTreeMap::new();
        let mut folders = vec![source.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let relative = path.strip_prefix(source).unwrap().with_extension("");
                let mut module: Module = relative
                    .iter()
                    .map(|part| part.to_str().unwrap().to_owned())
                    .collect();
                if module.last().unwrap() == "mod" {
                    module.pop();
                }
                if module == ["main"] {
                    continue;
                }
                let file = File::read(&fs::read_to_string(&path).unwrap(), &module);
                files.insert(module, file);
            }
        }
        Self(files)
    }

    /// The file in which what a path leads to is.
    fn file_of(&self, path: &[String]) -> Option<&Module> {
        for length in (1..=path.len()).rev() {
            let Some((module, file)) = self.0.get_key_value(&path[..length]) else {
                continue;
            };
            let export = path.get(length).and_then(|name| file.exports.get(name));
            return match export {
                Some(target) if target[..] != path[..] => self.file_of(target),
                _ => Some(module),
            };
        }
        None
    }

    fn imports(&self) -> BTreeMap<&Module, BTreeSet<&Module>> {
        let imports = self.0.iter().map(|(module, file)| {
            let to = file.paths.iter().filter_map(|path| self.file_of(path));
            (module, to.filter(|other| *other != module).collect())
        });
        imports.collect()
    }
}

impl File {
    fn read(text: &str, module: &Module) -> Self {
        let parsed = syn::parse_file(text).unwrap();
        let mut file = Self::default();
        for item in &parsed.items {
            if let Item::Use(item) = item
                && !matches!(item.vis, Visibility::Inherited)
            {
                let exports = uses(&item.tree).into_iter();
                let exports = exports.map(|(name, path)| (name, absolute(&path, module)));
                file.exports.extend(exports);
            }
        }
        let mut paths = Paths {
            module: module.clone(),
            depth: 0,
            found: Vec::new(),
        };
        paths.visit_file(&parsed);
        file.paths = paths.found;
        file
    }
}

fn floor_of(module: &Module) -> usize {
    let found = FLOORS
        .iter()
        .position(|floor| floor.contains(&module[0].as_str()));
    found.unwrap_or_else(|| panic!("{} is on no floor", module[0]))
}

#[test]
fn a_file_imports_only_from_floors_below_its_own() {
    let house = House::read(Path::new("src"));
    let mut upward = Vec::new();
    for (module, imports) in house.imports() {
        for other in imports {
            if module[0] != other[0] && floor_of(module) <= floor_of(other) {
                upward.push(format!("{} -> {}", module.join("/"), other.join("/")));
            }
        }
    }
    assert!(upward.is_empty(), "{upward:#?}");
}

#[test]
fn no_files_import_one_another_in_a_circle() {
    let house = House::read(Path::new("src"));
    let imports = house.imports();
    let reached: BTreeMap<&Module, BTreeSet<&Module>> = imports
        .keys()
        .map(|module| {
            let (mut seen, mut todo) = (BTreeSet::new(), vec![*module]);
            while let Some(next) = todo.pop() {
                todo.extend(imports[next].iter().filter(|other| seen.insert(**other)));
            }
            (*module, seen)
        })
        .collect();
    let in_circles: Vec<String> = imports
        .iter()
        .filter(|(module, _)| reached[*module].contains(*module))
        .map(|(module, to)| {
            let back = to.iter().filter(|other| reached[**other].contains(module));
            let back: Vec<String> = back.map(|other| other.join("/")).collect();
            format!("{} -> {}", module.join("/"), back.join(", "))
        })
        .collect();
    assert!(in_circles.is_empty(), "{in_circles:#?}");
}

#[test]
fn what_is_painted_takes_only_types_of_the_analysis() {
    let house = House::read(Path::new("src"));
    let mut computed = Vec::new();
    for (module, file) in house.0.iter().filter(|(module, _)| module[0] == "ui") {
        for path in file.paths.iter().filter(|path| path[0] == "analysis") {
            if path.iter().all(|name| name.starts_with(char::is_lowercase)) {
                computed.push(format!("{} -> {}", module.join("/"), path.join("::")));
            }
        }
    }
    assert!(computed.is_empty(), "{computed:#?}");
}

#[test]
fn the_floors_stand_in_the_crate_docs() {
    let docs = fs::read_to_string("src/lib.rs").unwrap();
    for floor in FLOORS.iter().filter(|floor| **floor != ["lib"]) {
        for room in *floor {
            assert!(docs.contains(&format!("[`{room}`]")), "{room}");
        }
    }
}

// Loads one Compose file as the docker CLI does and prints what became of it, as JSON.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/compose-spec/compose-go/v2/types"
)

func main() {
	if len(os.Args) < 2 {
		fail(fmt.Errorf("usage: compose FILE [NAME=VALUE]..."))
	}
	project, err := load(os.Args[1], os.Args[2:])
	if err != nil {
		fail(err)
	}
	// Project.MarshalJSON gives the loaded values: a `$$` of the source is one `$` here and is not doubled again.
	text, err := json.Marshal(project)
	if err != nil {
		fail(err)
	}
	fmt.Println(string(text))
}

func load(file string, variables []string) (*types.Project, error) {
	// Nothing else of this process may reach the interpolation.
	os.Clearenv()
	path, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	options, err := cli.NewProjectOptions([]string{path}, cli.WithWorkingDirectory(filepath.Dir(path)), cli.WithEnv(variables), cli.WithDefaultProfiles("*"))
	if err != nil {
		return nil, err
	}
	return options.LoadProject(context.Background())
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

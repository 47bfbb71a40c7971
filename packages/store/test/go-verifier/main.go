// Checks a ledger's folder with nothing of ours: sumdb/note opens the checkpoints,
// sumdb/tlog reads the tiles and proves every leaf, and the later tree from the earlier.
//
//	verifier FOLDER VERIFIER-KEY EARLIER-CHECKPOINT
package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

// folder serves tiles in the layout of C2SP tlog-tiles.
type folder string

func (f folder) Height() int                         { return height }
func (f folder) SaveTiles(_ []tlog.Tile, _ [][]byte) {}

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		bytes, err := os.ReadFile(f.path(strconv.Itoa(tile.L), tile.N, tile.W))
		if err != nil {
			return nil, err
		}
		all = append(all, bytes)
	}
	return all, nil
}

func (f folder) path(level string, index int64, width int) string {
	name := fmt.Sprintf("%03d", index%1000)
	for rest := index / 1000; rest > 0; rest /= 1000 {
		name = fmt.Sprintf("x%03d/%s", rest%1000, name)
	}
	if width < 1<<height {
		name += ".p/" + strconv.Itoa(width)
	}
	return filepath.Join(string(f), "tile", level, name)
}

func (f folder) entries(size int64) ([][]byte, error) {
	var all [][]byte
	for index := int64(0); index<<height < size; index++ {
		width := min(size-index<<height, 1<<height)
		bytes, err := os.ReadFile(f.path("entries", index, int(width)))
		if err != nil {
			return nil, err
		}
		for len(bytes) > 0 {
			length := int(binary.BigEndian.Uint16(bytes))
			all = append(all, bytes[2:2+length])
			bytes = bytes[2+length:]
		}
	}
	return all, nil
}

func main() {
	if err := run(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(path, key, earlierFile string) error {
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return fmt.Errorf("key: %w", err)
	}
	head, err := open(filepath.Join(path, "checkpoint"), verifier)
	if err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	earlier, err := open(earlierFile, verifier)
	if err != nil {
		return fmt.Errorf("earlier checkpoint: %w", err)
	}
	// Every hash that is read is itself proved against the root.
	reader := tlog.TileHashReader(head, folder(path))
	entries, err := folder(path).entries(head.N)
	if err != nil {
		return err
	}
	if int64(len(entries)) != head.N {
		return fmt.Errorf("%d entries of %d", len(entries), head.N)
	}
	for index, entry := range entries {
		proof, err := tlog.ProveRecord(head.N, int64(index), reader)
		if err != nil {
			return fmt.Errorf("leaf %d: %w", index, err)
		}
		if err := tlog.CheckRecord(proof, head.N, head.Hash, int64(index), tlog.RecordHash(entry)); err != nil {
			return fmt.Errorf("leaf %d: %w", index, err)
		}
	}
	proof, err := tlog.ProveTree(head.N, earlier.N, reader)
	if err != nil {
		return fmt.Errorf("consistency: %w", err)
	}
	if err := tlog.CheckTree(proof, head.N, head.Hash, earlier.N, earlier.Hash); err != nil {
		return fmt.Errorf("consistency: %w", err)
	}
	fmt.Printf("%d leaves, consistent with %d\n", head.N, earlier.N)
	return nil
}

func open(path string, verifier note.Verifier) (tlog.Tree, error) {
	bytes, err := os.ReadFile(path)
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(bytes, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("no checkpoint of %s", verifier.Name())
	}
	// ParseTree knows the same three lines under the name of its own log.
	return tlog.ParseTree([]byte("go.sum database tree\n" + strings.Join(lines[1:3], "\n") + "\n"))
}

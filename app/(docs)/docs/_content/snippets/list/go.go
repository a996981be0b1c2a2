// Prints all messages of the last day, newest first, one page after the other.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"os"
	"time"
)

var client = &http.Client{Timeout: 30 * time.Second}

type page struct {
	Data []struct {
		MessageID string `json:"message_id"`
		Status    string `json:"status"`
		To        string `json:"to"`
	} `json:"data"`
	NextCursor string `json:"next_cursor"`
	Detail     string `json:"detail"`
}

func read(since time.Time, cursor string) (result page, err error) {
	query := url.Values{"since": {since.UTC().Format(time.RFC3339)}, "limit": {"100"}}
	if cursor != "" {
		query.Set("cursor", cursor)
	}
	request, err := http.NewRequest("GET", "http://localhost:3000/api/sms?"+query.Encode(), nil)
	if err != nil {
		return result, err
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("ACTIO_TOKEN"))
	response, err := client.Do(request)
	if err != nil {
		return result, err
	}
	defer response.Body.Close()
	err = json.NewDecoder(response.Body).Decode(&result)
	if err == nil && response.StatusCode != 200 {
		err = errors.New(result.Detail)
	}
	return result, err
}

func main() {
	log.SetFlags(0)
	since := time.Now().Add(-24 * time.Hour)
	for cursor := ""; ; {
		result, err := read(since, cursor)
		if err != nil {
			log.Fatal(err)
		}
		for _, message := range result.Data {
			fmt.Println(message.MessageID, message.Status, message.To)
		}
		if cursor = result.NextCursor; cursor == "" {
			return
		}
	}
}
